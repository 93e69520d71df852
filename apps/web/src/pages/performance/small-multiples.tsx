import { controlMessage, REGION_NAME, verdictWords, type NameOf } from '@hub/domain/performance/chart-words';
import { controlChart, scaleOf, type ControlChart } from '@hub/domain/performance/control-charts';
import type { SeenFigure, Described } from '@hub/domain/performance/shown-numbers';
import { useMemo, useState } from 'react';
import { LinkButton } from '../../components/button';
import { Tag } from '../../components/tag';
import { verdictTone } from '../../words/performance';
import { ControlPlot, type Line } from './control-plot';

interface MultiplesProps {
  readonly definition: Described;
  readonly figures: readonly SeenFigure[];
  readonly nameOf: NameOf;
  readonly targets: readonly Line[];
}

/** So many are drawn before they are asked for. */
const FIRST = 24;

/** One control chart per council and one of the region, on one scale. */
export function SmallMultiples({ definition, figures, nameOf, targets }: MultiplesProps) {
  const [all, setAll] = useState(false);
  const charts = useMemo(() => chartsOf(definition, figures, nameOf), [definition, figures, nameOf]);
  const region = charts.find(({ agency }) => agency === null)?.limits?.mean;
  const lines = useMemo(() => [...(region === undefined ? [] : [{ label: 'region', value: region }]), ...targets], [region, targets]);
  const scale = useMemo(() => scaleOf(definition, charts, lines.map(({ value }) => value)), [definition, charts, lines]);
  const shown = all ? charts : [...charts.filter(({ agency }) => agency !== null).slice(0, FIRST), ...charts.filter(({ agency }) => agency === null)];
  return (
    <section aria-label="Change over time">
      <h2 className="govuk-heading-m">{controlMessage(definition, charts, nameOf)}</h2>
      <ul className="hub-multiples">
        {shown.map((chart) => <Multiple key={chart.agency ?? ''} definition={definition} chart={chart} name={nameOf(chart.agency)} scale={scale} lines={lines} />)}
      </ul>
      {shown.length < charts.length && <LinkButton onClick={() => setAll(true)}>Show all {charts.length - 1} councils</LinkButton>}
    </section>
  );
}

function chartsOf(definition: Described, figures: readonly SeenFigure[], nameOf: NameOf): readonly ControlChart[] {
  const agencies = [...new Set(figures.map(({ agency }) => agency))].sort((a, b) => (a === null ? 1 : b === null ? -1 : nameOf(a).localeCompare(nameOf(b), 'en')));
  return agencies.map((agency) => controlChart(definition, agency, figures.filter((figure) => figure.agency === agency)));
}

function Multiple(props: { definition: Described; chart: ControlChart; name: string; scale: readonly [number, number]; lines: readonly Line[] }) {
  const { definition, chart, name } = props;
  const hidden = chart.points.some(({ isHidden }) => isHidden);
  return (
    <li className={`hub-multiple${chart.agency === null ? ' hub-multiple--region' : ''}`}>
      <h3 className="govuk-heading-s hub-multiple__name">{name === REGION_NAME ? REGION_NAME : name} <Tag tone={verdictTone(definition, chart.verdict)}>{verdictWords(definition, chart.verdict)}</Tag></h3>
      {chart.verdict === 'NOTHING'
        ? <p className="govuk-body">{hidden ? 'Too few children in periods this short: figures are not shown. See the rolling 12 months or three years.' : 'No children in any of these periods.'}</p>
        : <ControlPlot {...props} />}
    </li>
  );
}
