import { rows, type Tx } from '@hub/database/tx';

/** What an agency shares today: whether it is a member, and the codes of those with whom it has a live agreement. */
export interface AgencySharing {
  readonly isMember: boolean;
  readonly partners: readonly string[];
}

/** By agency code. Without a live agreement nothing is shared, so a run must not set such agencies' pairs side by side either. */
export type Sharing = ReadonlyMap<string, AgencySharing>;

/** `hub.partner_agencies()` for every agency at once. The registers are readable in every context. */
export async function loadSharing(tx: Tx): Promise<Sharing> {
  const found = await rows<AgencySharing & { code: string }>(tx, `
    with member as (
      select m.agency_id from hub.membership m where m.starts_on <= hub.today() and (m.ends_on is null or m.ends_on > hub.today())
      union
      select a.id from hub.agency a where a.kind = 'HUB'
    ), party as (
      select p.agreement_id, p.agency_id
      from hub.agreement_party p join hub.agreement g on g.id = p.agreement_id join member m on m.agency_id = p.agency_id
      where g.purpose = 'FAMILY_FINDING' and g.starts_on <= hub.today() and (g.ends_on is null or g.ends_on > hub.today())
    )
    select a.code, a.id in (select agency_id from member) as "isMember",
      array(select distinct b.code from party mine join party theirs on theirs.agreement_id = mine.agreement_id join hub.agency b on b.id = theirs.agency_id
        where mine.agency_id = a.id and b.id <> a.id order by b.code) as partners
    from hub.agency a order by a.code`);
  return new Map(found.map(({ code, isMember, partners }) => [code, { isMember, partners }]));
}
