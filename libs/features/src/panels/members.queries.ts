import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { MemberRole } from '@hub/domain/panels/quorum';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** Somebody on the central list. */
export interface MemberRow {
  readonly id: string;
  readonly reference: string;
  /** Who keeps the entry. */
  readonly agencyId: string;
  readonly userId: string | null;
  readonly displayName: string;
  readonly role: MemberRole;
  readonly isIndependent: boolean;
  /** At whose panels they may sit. */
  readonly sitsFor: readonly string[];
  readonly startsOn: IsoDate;
  /** The first day without. */
  readonly endsOn: IsoDate | null;
  readonly version: number;
}

export type NewMember = Omit<MemberRow, 'version'>;

const MEMBER = `
  select m.id, m.reference, m.agency_id as "agencyId", m.user_id as "userId", m.display_name as "displayName", m.role, m.is_independent as "isIndependent", m.sits_for as "sitsFor",
    m.starts_on as "startsOn", m.ends_on as "endsOn", m.version
  from hub.panel_member m`;

export const findMember = (tx: Tx, reference: string): Promise<MemberRow | undefined> => row(tx, `${MEMBER} where m.reference = $1`, [reference]);

/** The whole region's: a few dozen people to an agency. Those whose term ended last. */
export const listMembers = (tx: Tx): Promise<MemberRow[]> => rows(tx, `${MEMBER} order by m.ends_on is not null and m.ends_on <= hub.today(), m.display_name, m.reference limit 2000`);

export async function insertMember(tx: Tx, member: NewMember): Promise<void> {
  await rows(tx, `insert into hub.panel_member (id, reference, agency_id, user_id, display_name, role, is_independent, sits_for, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9, $10)`,
    [member.id, member.reference, member.agencyId, member.userId, member.displayName, member.role, member.isIndependent, member.sitsFor, member.startsOn, member.endsOn]);
}

/** False where somebody else was quicker. */
export async function changeMember(tx: Tx, { id, version }: Pick<MemberRow, 'id' | 'version'>, { displayName, role, isIndependent, sitsFor, endsOn }: Pick<MemberRow, 'displayName' | 'role' | 'isIndependent' | 'sitsFor' | 'endsOn'>): Promise<boolean> {
  return (await affected(tx, `
    update hub.panel_member set display_name = $3, role = $4, is_independent = $5, sits_for = $6::uuid[], ends_on = $7, version = version + 1 where id = $1::uuid and version = $2`,
  [id, version, displayName, role, isIndependent, sitsFor, endsOn])) > 0;
}
