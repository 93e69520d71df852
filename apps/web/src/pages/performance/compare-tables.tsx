import { REGION_NAME } from '@hub/domain/performance/chart-words';
import { changeOf } from '@hub/domain/performance/comparison';
import { shownBeside, valueWords, type SeenFigure } from '@hub/domain/performance/shown-numbers';
import { Link } from 'react-router';
import { Table, type Column } from '../../components/table';
import { Tag } from '../../components/tag';
import type { DefinitionPartsFragment } from '../../gql/graphql';
import { changeWords, goodTone, groupWords } from '../../words/performance';

type Council = { readonly code: string; readonly name: string } | null;

interface CompareProps {
  readonly definitions: readonly DefinitionPartsFragment[];
  /** Of the period and of the one before it. */
  readonly figures: readonly SeenFigure[];
  /** The month with which the period ends. */
  readonly to: string;
  /** Null: the region. */
  readonly agencies: readonly Council[];
}

/** One table for each kind of figure: a row for an indicator, a column for each council and the region. */
export function CompareTables({ definitions, figures, to, agencies }: CompareProps) {
  const groups = [...new Set(definitions.map(({ unit }) => groupWords(unit)))];
  return groups.map((group) => (
    <Table key={group} caption={group} rows={definitions.filter(({ unit }) => groupWords(unit) === group)} keyOf={({ code }) => code} columns={[
      { title: 'Indicator', names: true, cell: ({ code, label }) => <><Link className="govuk-link" to={`/performance/${code}`}>{label}</Link> <span className="hub-secondary">{code}</span></> },
      ...agencies.map((agency): Column<DefinitionPartsFragment> => ({
        title: agency?.name ?? REGION_NAME,
        cell: (definition) => <FigureCell definition={definition} figures={figures.filter((figure) => figure.code === definition.code && figure.agency === (agency?.code ?? null))} to={to} />,
      })),
    ]} />
  ));
}

function FigureCell({ definition, figures, to }: { definition: DefinitionPartsFragment; figures: readonly SeenFigure[]; to: string }) {
  const [now, before] = [figures.find(({ period }) => period.to.startsWith(to)), figures.find(({ period }) => !period.to.startsWith(to))];
  if (now === undefined) return null;
  const change = before === undefined ? 'NOT_KNOWN' : changeOf(definition, now, before);
  return (
    <span className="hub-figure">
      <strong className="hub-figure__value">{valueWords(definition, now)}</strong>
      <Beside definition={definition} figure={now} />
      {change === 'NO_CLEAR_CHANGE' && <span className="hub-secondary">{changeWords(change)}</span>}
      {change !== 'NO_CLEAR_CHANGE' && change !== 'NOT_KNOWN' && <Tag tone={goodTone(change)}>{changeWords(change)}</Tag>}
    </span>
  );
}

/** What the value was made of; nothing where it is hidden or there is none. */
function Beside({ definition: { unit }, figure }: { definition: DefinitionPartsFragment; figure: SeenFigure }) {
  if (figure.value === null) return null;
  const words = (field: Parameters<typeof shownBeside>[1]): string => (shownBeside(figure, field) ?? '').toLocaleString('en-GB');
  if (unit === 'percent') return <span className="hub-secondary">{words('numerator')} of {words('denominator')}</span>;
  if (unit !== 'days') return null;
  return (
    <>
      <span className="hub-secondary">{words('numerator')} / {words('n')}</span>
      <span className="hub-secondary">median {words('median')}, quartiles {words('lowerQuartile')} to {words('upperQuartile')}</span>
      {figure.medianWithWaiting !== null && <span className="hub-secondary">median with those waiting {words('medianWithWaiting')}</span>}
    </>
  );
}
