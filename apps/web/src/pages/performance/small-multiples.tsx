import { ASSURANCE_WORDS, controlMessage, REGION_NAME, verdictWords, type NameOf } from '@hub/domain/performance/chart-words';
import { assuranceOf, controlChart, scaleOf, type ControlChart } from '@hub/domain/performance/control-charts';
import { peopleOf, valueWords, type Described, type SeenFigure } from '@hub/domain/performance/shown-numbers';
import { useMemo, useState } from 'react';
import { LinkButton } from '../../components/button';
import { Tag } from '../../components/tag';
import { spanWords, verdictTone } from '../../words/performance';
import { upperFirst } from '../../words/plain';
import { told } from './choice';
import { ControlPlot, REGION_LINE, type Line } from './control-plot';

interface MultiplesProps {
  readonly definition: Described;
  readonly figures: readonly SeenFigure[];
  readonly nameOf: NameOf;
  /** What holds for a council, or for the region (null). */
  readonly targetsOf: (agency: string | null) => readonly Line[];
}

const NO_LINES: readonly Line[] = [];
/** So many are drawn before they are asked for. */
const FIRST = 24;

/** One control chart per council and one of the region, on one scale. */
export function SmallMultiples({ definition, figures, nameOf, targetsOf }: MultiplesProps) {
  const [all, setAll] = useState(false);
  const charts = useMemo(() => chartsOf(definition, told(figures), nameOf), [definition, figures, nameOf]);
  const region = charts.find(({ agency }) => agency === null)?.limits?.mean;
  const linesOf = useMemo(() => new Map(charts.map(({ agency }) => [agency, [...(region === undefined || agency === null ? [] : [{ label: REGION_LINE, value: region }]), ...targetsOf(agency)]])), [charts, region, targetsOf]);
  const scale = useMemo(() => scaleOf(definition, charts, [...linesOf.values()].flatMap((lines) => lines.map(({ value }) => value))), [definition, charts, linesOf]);
  const shown = all ? charts : [...charts.filter(({ agency }) => agency !== null).slice(0, FIRST), ...charts.filter(({ agency }) => agency === null)];
  return (
    <section aria-label="Change over time">
      <h2 className="govuk-heading-m">{controlMessage(definition, charts, nameOf)}</h2>
      <Latest definition={definition} figures={figures} targets={targetsOf(null)} />
      <ul className="hub-multiples">
        {shown.map((chart) => <Multiple key={chart.agency ?? ''} definition={definition} chart={chart} name={nameOf(chart.agency)} scale={scale} lines={linesOf.get(chart.agency) ?? NO_LINES} />)}
      </ul>
      {shown.length < charts.length && <LinkButton onClick={() => setAll(true)}>Show all {charts.length - 1} councils</LinkButton>}
    </section>
  );
}

/** The region's newest figure, and what it is to come to. */
function Latest({ definition, figures, targets }: { definition: Described; figures: readonly SeenFigure[]; targets: readonly Line[] }) {
  const newest = figures.findLast(({ agency }) => agency === null);
  if (newest === undefined) return null;
  const { numerator, denominator } = newest;
  const among = newest.isHidden || denominator === null || newest.value === null ? '' : ` (${(numerator ?? 0).toLocaleString('en-GB')} / ${denominator.toLocaleString('en-GB')})`;
  return (
    <p className="govuk-body">
      {spanWords(newest.period)}, the region pooled: <strong>{valueWords(definition, newest)}</strong>{among}.{targets.map(({ label, value }) => ` ${upperFirst(label)} ${value.toLocaleString('en-GB')}.`).join('')}
    </p>
  );
}

function chartsOf(definition: Described, figures: readonly SeenFigure[], nameOf: NameOf): readonly ControlChart[] {
  const agencies = [...new Set(figures.map(({ agency }) => agency))].sort((a, b) => (a === null ? 1 : b === null ? -1 : nameOf(a).localeCompare(nameOf(b), 'en')));
  return agencies.map((agency) => controlChart(definition, agency, figures.filter((figure) => figure.agency === agency)));
}

function Multiple(props: { definition: Described; chart: ControlChart; name: string; scale: readonly [number, number]; lines: readonly Line[] }) {
  const { definition, chart, name } = props;
  return (
    <li className={`hub-multiple${chart.agency === null ? ' hub-multiple--region' : ''}`}>
      <h3 className="govuk-heading-s hub-multiple__name">{name === REGION_NAME ? REGION_NAME : name} <Tag tone={verdictTone(definition, chart.verdict)}>{verdictWords(definition, chart)}</Tag></h3>
      {chart.verdict === 'NOTHING'
        ? <p className="govuk-body">{nothingWords(definition, chart)}</p>
        : <ControlPlot {...props} />}
      {props.lines.map(({ label, value }) => <Assured key={`${label} ${value}`} definition={definition} chart={chart} label={label} value={value} />)}
    </li>
  );
}

function nothingWords({ code }: Described, { points }: ControlChart): string {
  if (points.some(({ isHidden }) => isHidden)) return 'Too few in periods this short: figures are not shown. See the rolling 12 months or three years.';
  return points.every(({ denominator }) => denominator === 0) ? `No ${peopleOf(code)} in any of these periods.` : 'Not known for these periods.';
}

/** Whether a target is met as things go; the region's mean is none. */
function Assured({ definition: { polarity }, chart: { limits }, label, value }: { definition: Described; chart: ControlChart; label: string; value: number }) {
  const assurance = label === REGION_LINE ? null : assuranceOf(polarity, limits, value);
  return assurance && <p className="hub-secondary hub-tight">{ASSURANCE_ICONS[assurance]} {upperFirst(label)} {value.toLocaleString('en-GB')}: {ASSURANCE_WORDS[assurance]}</p>;
}

const ASSURANCE_ICONS = { MEETS: '✓', MISSES: '✗', CHANCE: '?' } as const;
