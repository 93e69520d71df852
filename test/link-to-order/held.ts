import { otherSide, SIDES, type Side } from '@hub/domain/links/states';
import { rows } from '@hub/database/tx';
import { actorOf, linkOf, type Real } from './real';
import { isOpen, isReportShown, seen, type Model } from './model';

const CHILD: Readonly<Record<string, string>> = {
  ADM_DECIDED: 'WAITING', AUTHORITY_TO_PLACE: 'WAITING', MATCHED: 'MATCHED', INTRODUCTIONS: 'MATCHED', PLACED: 'PLACED', AO_APPLIED: 'APPLIED', ADOPTED: 'ADOPTED', DISRUPTED: 'DISRUPTED',
};
const FAMILY: Readonly<Record<string, string>> = { APPROVED: 'FREE', MATCHED: 'MATCHED', PLACED: 'PLACED', AO_GRANTED: 'DONE' };

/** Past the door: where the records of both agencies stand, and what lives between them. */
export async function held({ world, units, families }: Real) {
  const children = await world.sql<{ unit: string; state: string; search: string }>('select u.reference as unit, c.state, u.family_finding as search from hub.child c join hub.unit u on u.id = c.unit_id order by c.created_at, c.reference');
  const homes = await world.sql<{ reference: string; state: string }>('select reference, state from hub.household');
  const links = await world.sql<{ unit: string; family: string; state: string }>('select unit_reference as unit, household_reference as family, state from hub.link');
  const live = await world.sql<{ subject: string; type: string; status: string }>(`
    select coalesce(u.reference, h.reference) as subject, g.subject_type as type, case when g.approved_at is null then 'ASKED' else 'LIVE' end as status
    from hub.disclosure_grant g left join hub.unit u on u.id = g.subject_id left join hub.household h on h.id = g.subject_id where g.stage = 'S2' and g.withdrawn_at is null`);
  const placed = await world.sql<{ unit: string; family: string; children: string[] }>(`
    select p.unit_reference as unit, p.household_reference as family, array_agg(case c.state when 'AO_APPLIED' then 'APPLIED' else c.state end order by c.number) as children
    from hub.placement p join hub.placement_child c on c.placement_id = p.id group by p.id order by p.created_at`);
  const pair = (unit: string, family: string): string => `${units.indexOf(unit)} ${families.indexOf(family)}`;
  return {
    units: units.map((unit) => { const of = children.filter((child) => child.unit === unit); return [of[0]?.search, ...of.map(({ state }) => CHILD[state] ?? state)].join(' '); }),
    families: families.map((family) => FAMILY[homes.find(({ reference }) => reference === family)?.state ?? ''] ?? 'UNKNOWN'),
    links: links.map(({ unit, family, state }) => `${pair(unit, family)} ${state}`).sort(),
    grants: live.map(({ subject, type, status }) => (type === 'UNIT' ? `CHILD ${units.indexOf(subject)} ${status}` : `ADOPTERS ${families.indexOf(subject)} ${status}`)).sort(),
    placements: placed.map(({ unit, family, children: states }) => `${pair(unit, family)} ${states.join()}`),
  };
}

/** The same of the model. */
export const said = ({ units, families, links, grants, placements }: Model) => ({
  units: units.map(({ search, children }) => [search, ...children].join(' ')), families: families.map(({ state }) => state), links: links.map(({ unit, family, state }) => `${unit} ${family} ${state}`).sort(),
  grants: grants.filter(({ status }) => status !== 'OVER').map(({ side, subject, status }) => `${side} ${subject} ${status}`).sort(),
  placements: placements.map(({ link: { unit, family }, children }) => `${unit} ${family} ${children.join()}`),
});

// As row-level security lets whoever reads reports of the other agency read, at once: the highest stage of each subject, and of each link the report.
const SUBJECTS = `
  select k.reference, case when exists (select from hub.child_identified i where i.unit_id = k.unit_id) then 'S2' when exists (select from hub.unit_profile p where p.unit_id = k.unit_id) then 'S1' else 'S0' end as stage
  from hub.unit_card k where k.agency_id <> hub.own_agency()
  union all
  select k.reference, case when exists (select from hub.household_identified i where i.household_id = k.household_id) then 'S2' when exists (select from hub.household_profile p where p.household_id = k.household_id) then 'S1' else 'S0' end
  from hub.household_card k where k.agency_id <> hub.own_agency()`;
const REPORTS = `select g.to_side as side, l.unit_reference as unit, l.household_reference as family from hub.given_documents() s join hub.document_given g on g.version_id = s.version_id and g.taken_back_at is null join hub.link l on l.id = g.link_id`;

/** What each agency may read of the other's. */
export async function isOpenTo(real: Real) {
  const { units, families } = real;
  const [ofUnits, ofFamilies] = [await openTo(real, 'ADOPTERS'), await openTo(real, 'CHILD')];
  return {
    units: units.map((unit) => ofUnits.stages.get(unit) ?? 'NOTHING'), families: families.map((family) => ofFamilies.stages.get(family) ?? 'NOTHING'), reports: [...ofUnits.reports, ...ofFamilies.reports].sort(),
  };
}

function openTo({ world, units, families }: Real, side: Side) {
  return world.run(actorOf({ world }, side), 'documents.readGiven', async (tx) => {
    const stages = await rows<{ reference: string; stage: string }>(tx, SUBJECTS);
    const reports = await rows<{ side: Side; unit: string; family: string }>(tx, REPORTS);
    return { stages: new Map(stages.map(({ reference, stage }) => [reference, stage])), reports: reports.map((one) => `${units.indexOf(one.unit)} ${families.indexOf(one.family)} to ${one.side}`) };
  });
}

/** The same through the services, one by one, at the end of a walk. */
export async function read(real: Real, { links }: Model) {
  const [{ world, units, families, sharing, shown }, reports]: [Real, string[]] = [real, []];
  const stages = {
    units: await Promise.all(units.map(async (unit) => (await world.units.find(world.worker, unit))?.stage ?? 'NOTHING')),
    families: await Promise.all(families.map(async (family) => (await world.households.find(world.finder, family))?.stage ?? 'NOTHING')),
  };
  shown.names += [...stages.units, ...stages.families].filter((stage) => stage === 'S2').length;
  for (const { unit, family } of links.filter(isOpen)) {
    const { reference } = await linkOf(real, [unit, family]);
    for (const side of SIDES) {
      if ((await sharing.given(actorOf(real, side), reference)).length > 0) reports.push(`${unit} ${family} to ${side}`);
      shown.reports += 1;
    }
  }
  return { ...stages, reports: reports.sort() };
}

/** The same of the model. */
export const readable = (model: Model) => ({
  units: model.units.map((_, unit) => seen(model, 'CHILD', unit)), families: model.families.map((_, family) => seen(model, 'ADOPTERS', family)),
  reports: model.links.flatMap((link) => SIDES.filter((side) => isReportShown(model, link, side)).map((side) => `${link.unit} ${link.family} to ${otherSide(side)}`)).sort(),
});
