import type { ReactNode } from 'react';
import { count } from '../../../words/plain';
import type { LiveState } from './live-store';
import { useLive } from './use-live';

function words({ queue: { waiting, stopped }, online, recovered }: LiveState): string {
  const waits = count(waiting.length, 'change waits', 'changes wait');
  if (!online) return waiting.length === 0 ? 'No network. What you see may be old. What you record waits on this page until the network is back.' : `No network: ${waits} and will be sent. Do not close this page.`;
  if (stopped.length > 0) return `${count(stopped.length, 'change needs', 'changes need')} your answer.`;
  return waiting.length === 0 && recovered ? 'All changes are saved.' : '';
}

/** Whether what was recorded is saved; said politely when it changes. */
export function LiveStrip({ children }: { children?: ReactNode }) {
  const state = useLive();
  const said = words(state);
  const tone = !state.online || state.queue.stopped.length > 0 ? ' hub-live-strip--waits' : '';
  return (
    <div className={`hub-live-strip${tone}`}>
      <p role="status">{said}</p>
      {children}
    </div>
  );
}
