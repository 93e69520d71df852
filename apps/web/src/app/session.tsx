import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Provider as GraphqlProvider } from 'urql';
import { readSession, signOut as askToSignOut, type Session } from './auth';
import { clientFor } from './client';

type State = { readonly kind: 'unknown' } | { readonly kind: 'out'; readonly why: 'none' | 'asked' | 'expired' } | { readonly kind: 'in'; readonly session: Session };

interface SessionTools {
  readonly state: State;
  /** When the hub last answered this session: its 30 idle minutes count from there. */
  readonly lastAnswer: { current: number };
  readonly begin: (session: Session) => void;
  readonly end: () => Promise<void>;
  readonly expire: () => void;
  readonly extend: () => Promise<void>;
}

const SessionContext = createContext<SessionTools | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ kind: 'unknown' });
  const lastAnswer = useRef(Date.now());
  const begin = useCallback((session: Session) => { lastAnswer.current = Date.now(); setState({ kind: 'in', session }); }, []);
  const expire = useCallback(() => setState((was) => (was.kind === 'in' ? { kind: 'out', why: 'expired' } : was)), []);
  const token = state.kind === 'in' ? state.session.csrfToken : null;

  const extend = useCallback(async () => {
    const answer = await readSession();
    if (answer.ok) lastAnswer.current = Date.now();
    else if (answer.error.code !== 'OFFLINE') expire();
  }, [expire]);

  const end = useCallback(async () => {
    if (token) await askToSignOut(token);
    setState({ kind: 'out', why: 'asked' });
  }, [token]);

  useEffect(() => {
    let stopped = false;
    void readSession().then((answer) => {
      if (!stopped) setState(answer.ok ? { kind: 'in', session: answer.value } : { kind: 'out', why: 'none' });
    });
    return () => { stopped = true; };
  }, []);

  const tools = useMemo(() => ({ state, lastAnswer, begin, end, expire, extend }), [state, begin, end, expire, extend]);
  return <SessionContext.Provider value={tools}>{children}</SessionContext.Provider>;
}

/** What asks the hub, for the pages behind the sign-in. */
export function SessionClient({ children }: { children: ReactNode }) {
  const { lastAnswer, expire } = useSession();
  const { csrfToken } = useSignedIn();
  const client = useMemo(() => clientFor(csrfToken, expire, () => { lastAnswer.current = Date.now(); }), [csrfToken, expire, lastAnswer]);
  return <GraphqlProvider value={client}>{children}</GraphqlProvider>;
}

export function useSession(): SessionTools {
  const tools = useContext(SessionContext);
  if (!tools) throw new Error('useSession outside SessionProvider');
  return tools;
}

/** For pages behind the sign-in. */
export function useSignedIn(): Session {
  const { state } = useSession();
  if (state.kind !== 'in') throw new Error('This page needs a session.');
  return state.session;
}
