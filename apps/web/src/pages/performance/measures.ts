import { isoDate } from '@hub/domain/dates/iso-date';
import { lastDay, month } from '@hub/domain/performance/periods';
import { targetsFor, type Target, type TargetScope } from '@hub/domain/performance/targets';
import type { EnglandStagesQuery, TargetPartsFragment } from '../../gql/graphql';
import { count } from '../../words/plain';
import type { Line } from './control-plot';

export const targetOf = ({ scope, from, until, value, months, note, agency, code, source }: TargetPartsFragment): Target =>
  ({ code, source, agency: agency ?? null, value: value ?? null, months: months ?? null, note: note ?? null, scope: scope as TargetScope, from: from ? isoDate(from) : null, until: until ? isoDate(until) : null });

const LABELS: Readonly<Record<TargetScope, string>> = { NATIONAL: 'threshold', RAA: 'target', COUNCIL: 'own target' };

/** What holds at the end of a month for an indicator of an agency, or of the region, as lines of its chart. */
export const targetLines = (targets: readonly Target[], code: string, agency: string | null, to: string): readonly Line[] =>
  targetsFor(targets, { code, agency, on: lastDay(month(to)) }).flatMap(({ scope, value }) => (value === null ? [] : [{ label: LABELS[scope], value }]));

/** Stages that the Department publishes, by the indicator that counts the same. */
const STAGE_OF: Readonly<Record<string, string>> = { 'STAGE.EC_ADM': 'EC_ADM', 'STAGE.M_P': 'M_P', 'STAGE.P_AO': 'P_AO', A1: 'EC_P' };
const ALL_AGES = 'Total';

/** England's latest published time for an indicator: whole months of children adopted in a year. Null where none is published, or none was brought in. */
export function englandWords(published: EnglandStagesQuery['performanceBenchmarks']['england'], code: string): string | null {
  const figures = published.filter(({ stage, ageGroup, value }) => stage === STAGE_OF[code] && ageGroup === ALL_AGES && value !== null);
  const latest = figures.reduce<(typeof figures)[number] | null>((newest, one) => (newest === null || one.year > newest.year ? one : newest), null);
  return latest === null ? null : `England, year to 31 March ${latest.year}: ${count(latest.value ?? 0, 'month', 'months')}`;
}
