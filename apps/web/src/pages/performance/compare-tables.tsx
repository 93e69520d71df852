import { REGION_NAME } from '@hub/domain/performance/chart-words';
import { isoDate } from '@hub/domain/dates/iso-date';
import { changeOf } from '@hub/domain/performance/comparison';
import { shownBeside, valueWords, type SeenFigure } from '@hub/domain/performance/shown-numbers';
import { isMet, targetFor, type Target } from '@hub/domain/performance/targets';
import { Link } from 'react-router';
import { Table, type Column } from '../../components/table';
import { Tag } from '../../components/tag';
import type { DefinitionPartsFragment } from '../../gql/graphql';
import { changeWords, goodTone, groupWords } from '../../words/performance';
import { targetWords } from '../../words/targets';
import { addressOf } from './choice';

type Council = { readonly code: string; readonly name: string } | null;

interface CompareProps {
  readonly definitions: readonly DefinitionPartsFragment[];
  /** Of the period and of the one before it. */
  readonly figures: readonly SeenFigure[];
  /** The month with which the period ends. */
  readonly to: string;
  /** Null: the region. */
  readonly agencies: readonly Council[];
  readonly targets: readonly Target[];
  /** A publication's reference, in which an indicator's page stays; null: the newest reckoning. */
  readonly edition: string | null;
}

/** One table for each kind of figure: a row for an indicator, a column for each council and the region. */
export function CompareTables({ definitions, figures, to, agencies, targets, edition }: CompareProps) {
  const groups = [...new Set(definitions.map(groupWords))];
  return groups.map((group) => (
    <Table key={group} caption={group} rows={definitions.filter((definition) => groupWords(definition) === group)} keyOf={({ code }) => code} columns={[
      { title: 'Indicator', names: true, cell: ({ code, label }) => <><Link className="govuk-link" to={addressOf(code)} state={{ place: { edition } }}>{label}</Link> <span className="hub-secondary">{code}</span></> },
      ...agencies.map((agency): Column<DefinitionPartsFragment> => ({
        title: agency?.name ?? REGION_NAME,
        cell: (definition) => <FigureCell definition={definition} figures={figures.filter((figure) => figure.code === definition.code && figure.agency === (agency?.code ?? null))} to={to} targets={targets} />,
      })),
    ]} />
  ));
}

function FigureCell({ definition, figures, to, targets }: Omit<CompareProps, 'definitions' | 'agencies' | 'edition'> & { definition: DefinitionPartsFragment }) {
  const [now, before] = [figures.find(({ period }) => period.to.startsWith(to)), figures.find(({ period }) => !period.to.startsWith(to))];
  if (now === undefined) return null;
  const change = before === undefined ? 'NOT_KNOWN' : changeOf(definition, now, before);
  return (
    <span className="hub-figure">
      <strong className="hub-figure__value">{valueWords(definition, now)}</strong>
      <Beside definition={definition} figure={now} />
      <Measured definition={definition} figure={now} targets={targets} />
      {change === 'NO_CLEAR_CHANGE' && <span className="hub-secondary">{changeWords(change)}</span>}
      {change !== 'NO_CLEAR_CHANGE' && change !== 'NOT_KNOWN' && <Tag tone={goodTone(change)}>{changeWords(change)}</Tag>}
    </span>
  );
}

/** What the value was made of; quartiles, and the median with those who wait, stand on the indicator's page. Nothing where it is hidden or there is none. */
function Beside({ definition: { unit }, figure }: { definition: DefinitionPartsFragment; figure: SeenFigure }) {
  if (figure.value === null) return null;
  const words = (field: Parameters<typeof shownBeside>[1]): string => (shownBeside(figure, field) ?? '').toLocaleString('en-GB');
  if (unit === 'percent') return <span className="hub-secondary">{words('numerator')} of {words('denominator')}</span>;
  if (unit !== 'days') return null;
  return <span className="hub-secondary">{words('numerator')} / {words('n')}{figure.median !== null && ` · median ${words('median')}`}</span>;
}

/** Against the target of the narrowest scope that holds at the period's end; nothing where there is none, or the sources of it conflict. */
function Measured({ definition: { code, polarity }, figure: { value, agency, period }, targets }: { definition: DefinitionPartsFragment; figure: SeenFigure; targets: readonly Target[] }) {
  const target = targetFor(targets, { code, agency, on: isoDate(period.to) });
  if (value === null || target?.value == null) return null;
  const met = isMet(polarity, value, target.value);
  return <span className="hub-secondary">{targetWords({ ...target, months: null })}: {met ? 'met' : 'not met'}</span>;
}
