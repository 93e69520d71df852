import type { PanelItemClockFacts, Told } from '@hub/domain/clocks/facts';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { recipientsOf, type ItemKind, type Manner, type Recipient } from '@hub/domain/panels/items';
import { rows, type Tx } from '@hub/database/tx';
import type { ClockCase } from './child-cases.queries';

interface ItemRow {
  readonly id: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  readonly subject: string;
  readonly kind: ItemKind;
  readonly heardOn: IsoDate | null;
  readonly receivedOn: IsoDate | null;
  readonly decidedOn: IsoDate | null;
  readonly told: readonly { readonly recipient: Recipient; readonly manner: Manner; readonly on: IsoDate }[];
}

/** What panels heard and the agency decides: its own, or every agency's in a round. One statement. */
export async function panelCases(tx: Tx): Promise<ClockCase<PanelItemClockFacts>[]> {
  return (await rows<ItemRow>(tx, `
    select item_id as id, agency_id as "agencyId", worker_id as "workerId", reference as subject, kind, heard_on as "heardOn", received_on as "receivedOn", decided_on as "decidedOn", told
    from hub.heard_items()`)).map(({ id, agencyId, workerId, subject, kind, heardOn, receivedOn, decidedOn, told }) => {
    const toldOf = (recipient: Recipient): Told | null => {
      const on = (manner: Manner): IsoDate | null => told.find((one) => one.recipient === recipient && one.manner === manner)?.on ?? null;
      return recipientsOf(kind).includes(recipient) ? { orallyOn: on('ORALLY'), inWritingOn: on('IN_WRITING') } : null;
    };
    const facts = { kind: 'PANEL_ITEM', reportGivenOn: null, panelOn: heardOn, receivedOn, decidedOn, adopters: toldOf('ADOPTERS'), parents: toldOf('PARENTS') } as const;
    return { id, agencyId, workerId, subject, member: null, facts };
  });
}
