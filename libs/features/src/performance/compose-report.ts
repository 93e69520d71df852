import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { quarterOf } from '@hub/domain/dates/financial-year';
import { addMonths } from '@hub/domain/dates/day-count';
import { statementOf, totalOver, type Statement } from '@hub/domain/fees/statement';
import { indicatorFigure, REPORT_SECTION_CODES, REPORT_SECTIONS, SECTION_INDICATORS, type ReportFigure } from '@hub/domain/performance/executive-report';
import { definitionOf } from '@hub/domain/performance/definitions';
import type { Period } from '@hub/domain/performance/indicator';
import { monthOf } from '@hub/domain/performance/periods';
import { reportFigures } from '@hub/domain/performance/report-figures';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { agenciesByIds } from '../agencies/agencies.queries';
import { peopleByIds } from '../agencies/users.queries';
import { statedItems } from '../fees/stated-items.queries';
import { readComments } from './comments.service';
import type { FeeSums, ReportContent } from './executive-report-view';
import { actionRows, sectionRows, type ReportRow } from './executive-reports.queries';
import { readFigures, type Edition } from './performance.service';
import { reportFacts } from './report-facts.queries';

const QUARTER_MONTHS = 3;

/** The report as it stands today: figures of what is known now, and the words so far. `report`: null where nobody has begun. */
export async function composeReport(tx: Tx, vault: Vault, actor: Actor, { report, period, today }: { report: ReportRow | null; period: Period; today: IsoDate }): Promise<ReportContent> {
  const [agency] = await agenciesByIds(tx, [actor.agencyId]);
  const written = report === null ? [] : await sectionRows(tx, vault, report.id);
  const actions = await actionRows(tx, vault, period.from);
  const people = new Map((await peopleByIds(tx, [...new Set([...written.map(({ writtenBy }) => writtenBy), ...actions.map(({ ownerId }) => ownerId)])])).map(({ id, displayName }) => [id, displayName]));
  const { edition, figures: indicators } = await indicatorsOver(tx, actor, period);
  const figures = [...indicators, ...(actor.agencyKind === 'HUB' ? [] : reportFigures(await reportFacts(tx, vault), period))];
  return {
    agency: { code: agency?.code ?? actor.agencyCode, name: agency?.name ?? actor.agencyCode }, ...period, dataDate: today, edition: edition?.reference ?? null, editionDate: edition?.dataDate ?? null,
    sections: REPORT_SECTION_CODES.map((code) => {
      const own = written.find(({ section }) => section === code);
      return {
        code, title: REPORT_SECTIONS[code], figures: figures.filter(({ section }) => section === code),
        words: own?.words ?? null, writtenBy: (own && people.get(own.writtenBy)) ?? null, version: own?.version ?? 0,
      };
    }),
    fees: actor.agencyKind === 'HUB' ? [] : await feesOver(tx, actor, period), budget: report?.budget ?? null, spent: report?.spent ?? null,
    actions: actions.map(({ ownerId, id, section, words, dueOn, reviewOn, doneOn, promisedIn, version }) => ({ id, section, words, dueOn, reviewOn, doneOn, promisedIn, version, owner: people.get(ownerId) ?? 'Somebody who left' })),
    comments: (await readComments(tx, vault, actor, { codes: null, months: period })).map(({ code, month, words, author }) => ({ code, month, words, author })),
    signedBy: null,
  };
}

/** Of the own agency in full; of the region, which the hub reports on, as much as everybody may know. */
async function indicatorsOver(tx: Tx, actor: Actor, { to }: Period): Promise<{ edition: Edition | null; figures: ReportFigure[] }> {
  const agencies = [actor.agencyKind === 'HUB' ? null : actor.agencyCode];
  const { edition, figures } = await readFigures(tx, actor, { codes: REPORT_SECTION_CODES.flatMap((section) => SECTION_INDICATORS[section]), agencies, kind: 'HALF_YEAR', to: [monthOf(to)], basis: 'RESTATED' });
  const found = REPORT_SECTION_CODES.flatMap((section) => SECTION_INDICATORS[section].flatMap((code) => {
    const [definition, figure] = [definitionOf(code), figures.find((one) => one.code === code)];
    return definition && figure ? [indicatorFigure(section, definition, figure)] : [];
  }));
  return { edition, figures: found };
}

/** What the agency owed and was owed over the two quarters. */
async function feesOver(tx: Tx, actor: Actor, { from }: Period): Promise<FeeSums[]> {
  const statements: Statement[] = [];
  for (const quarter of [quarterOf(from), quarterOf(addMonths(from, QUARTER_MONTHS))]) statements.push(statementOf(await statedItems(tx, actor, quarter), quarter));
  return (['PAYER', 'PAYEE'] as const).map((side) => ({ side, ...totalOver(statements, side) }));
}
