import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/* Figures of two councils from January 2022 to March 2026, as a night's reckoning leaves them. In each quarter two children are adopted and twenty leave care. */

const QUARTERS = 17;
/** Of these quarters Southvale's is hidden: of one child, whose days must be nowhere. */
export const HIDDEN_QUARTER = 8;
export const HIDDEN_DAYS = 8887;

const monthAt = (months: number): string => `${2022 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;

export const northmoorDays = (quarter: number): number[] => (quarter % 2 === 0 ? [390, 410] : [404, 417]);
/** The last quarter is beyond chance. */
export const southvaleDays = (quarter: number): number[] => (quarter === HIDDEN_QUARTER ? [HIDDEN_DAYS] : quarter === QUARTERS - 1 ? [690, 710] : quarter % 2 === 0 ? [300, 300] : [306, 315]);

const LEFT_CARE = { NMB: { of: 10, among: 20 }, SVC: { of: 13, among: 20 } } as const;

export async function plantFigures(db: Client): Promise<void> {
  const ids = Object.fromEntries((await db.query<{ code: string; id: string }>(`select code, id from hub.agency where code in ('NMB', 'SVC')`)).rows.map(({ code, id }) => [code, id])) as Record<'NMB' | 'SVC', string>;
  const edition = randomUUID();
  const agencies = Object.fromEntries(Object.values(ids).map((id) => [id, { source: 'HUB', lacks: ['A3'] }]));
  await db.query(`insert into hub.performance_edition (id, reference, data_date, first_month, last_month, agencies, definitions, is_current)
    values ($1, 'PE-TEST01', '2026-04-10', '2022-01-01', '2026-03-01', $2, '{"A10": 1, "A4": 1}', true)`, [edition, JSON.stringify(agencies)]);
  for (const [code, daysOf] of [['NMB', northmoorDays], ['SVC', southvaleDays]] as const) {
    for (let at = 0; at < QUARTERS * 3; at += 1) {
      const tallies = at % 3 === 2 ? { A10: { days: daysOf(Math.floor(at / 3)) }, A4: LEFT_CARE[code] } : { A10: {}, A4: {} };
      await db.query(`insert into hub.performance_month values ($1, $2, 'HUB', $3, true, $4)`, [edition, ids[code], monthAt(at), JSON.stringify(tallies)]);
    }
  }
  await plantPublication(db, ids.NMB);
  const block = (agency: string | null, code: string, from: number, to: number, tally: object) => db.query(
    `insert into hub.performance_block (edition_id, agency_id, basis, code, part, from_month, to_month, tally) values ($1, $2, $3, $4, 'FLOW', $5, $6, $7)`,
    [edition, agency, agency === null ? 'RESTATED' : null, code, monthAt(from * 3), monthAt(to * 3 + 2), JSON.stringify(tally)]);
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    const [moved, all] = [LEFT_CARE.NMB.of + LEFT_CARE.SVC.of, LEFT_CARE.NMB.among + LEFT_CARE.SVC.among];
    await block(ids.SVC, 'A4', quarter, quarter, LEFT_CARE.SVC);
    await block(null, 'A4', quarter, quarter, { of: moved, among: all });
    if (quarter === HIDDEN_QUARTER) continue;
    // The hidden quarter is told of only together with the next.
    const quarters = quarter === HIDDEN_QUARTER + 1 ? [HIDDEN_QUARTER, quarter] : [quarter];
    await block(ids.SVC, 'A10', quarters[0] as number, quarter, { days: quarters.flatMap((one) => (one === HIDDEN_QUARTER ? [400, 400] : southvaleDays(one))) });
    await block(null, 'A10', quarters[0] as number, quarter, { days: quarters.flatMap((one) => [...northmoorDays(one), ...(one === HIDDEN_QUARTER ? [400, 400] : southvaleDays(one))]) });
  }
}

/** What Northmoor's own people were told a year before, by an earlier version of the definition. */
async function plantPublication(db: Client, agency: string): Promise<void> {
  const edition = randomUUID();
  await db.query(`insert into hub.performance_edition (id, reference, name, data_date, first_month, last_month, agencies, definitions, is_current)
    values ($1, 'PE-KEPT01', 'Annual report 2025', '2025-04-10', '2022-01-01', '2025-03-01', $2, '{"A10": 7, "A4": 1}', false)`, [edition, JSON.stringify({ [agency]: { source: 'HUB', lacks: [] } })]);
  for (let at = 0; at < 39; at += 1) await db.query(`insert into hub.performance_month values ($1, $2, 'HUB', $3, true, $4)`, [edition, agency, monthAt(at), JSON.stringify({ A10: at % 3 === 2 ? { days: [500, 502] } : {} })]);
}
