import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, forbidden, notFound } from '@hub/domain/errors';
import type { Tx } from '@hub/database/tx';
import { findPanel, type PanelRow } from './panels.queries';

/** A panel that takes place, for an action of its host's alone. Throws NOT_FOUND, FORBIDDEN or GUARD_FAILED. */
export async function hostedPanel(tx: Tx, actor: Actor, action: Action, reference: string): Promise<PanelRow> {
  const panel = await findPanel(tx, reference);
  if (!panel) throw notFound('panel', reference);
  if (panel.agencyId !== actor.agencyId) throw forbidden(action);
  if (panel.status === 'CANCELLED') throw conflict('GUARD_FAILED', 'This panel is cancelled.');
  return panel;
}
