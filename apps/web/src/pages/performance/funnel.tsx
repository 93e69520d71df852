import { areaY, axisX, axisY, dot, gridY, line, ruleY, text, type PlotOptions } from '@observablehq/plot';
import { funnelMessage, type NameOf } from '@hub/domain/performance/chart-words';
import { funnelChart, type FunnelChart, type FunnelPoint } from '@hub/domain/performance/funnel-chart';
import { roundHalfUp } from '@hub/domain/performance/statistics';
import { peopleOf, type Described, type SeenFigure } from '@hub/domain/performance/shown-numbers';
import { useCallback, useMemo, useState } from 'react';
import { LinkButton } from '../../components/button';
import { listWords } from '../../words/plain';
import { COLOURS, PlotFigure } from './plot-figure';

/** So many names can be read among the points; of more, those that lie beyond a limit are named. */
const NAMED = 15;

/** Shares of councils by their size: what lies within the funnel, chance explains. */
export function Funnel({ definition, figures, nameOf }: { definition: Described; figures: readonly SeenFigure[]; nameOf: NameOf }) {
  const [widened, setWidened] = useState(false);
  const chart = useMemo(() => funnelChart(definition, figures, widened), [definition, figures, widened]);
  const draw = useCallback((width: number): PlotOptions => (chart ? drawn(chart, nameOf, width, `Number of ${peopleOf(definition.code)}`) : {}), [chart, nameOf, definition.code]);
  if (chart === null) return null;
  const message = funnelMessage(chart, nameOf);
  return (
    <section aria-label="Funnel plot">
      <h2 className="govuk-heading-m">{message}</h2>
      <p className="govuk-body-s">Inner lines: 95 of 100 councils that differ by chance alone lie between them; outer lines: 998 of 1,000 (exact binomial limits{widened ? `, widened ${Math.sqrt(chart.dispersion).toFixed(2)} times, since councils differ more than chance has it` : ''}). {chart.without.length > 0 && `Not drawn, hidden or with nobody to count: ${listWords(chart.without.map(nameOf))}.`}</p>
      <PlotFigure title={message} description={`The region: ${roundHalfUp(chart.region)}%. ${chart.points.map((point) => `${nameOf(point.agency)}: ${point.count} of ${point.n}, ${roundHalfUp(point.value)}%, ${PLACES[point.place]}`).join('; ')}.`} draw={draw} />
      {chart.dispersion > 1 && <p className="govuk-body-s hub-screen"><LinkButton onClick={() => setWidened(!widened)}>{widened ? 'Draw the limits of chance alone' : 'Widen the limits by how much more councils differ'}</LinkButton></p>}
    </section>
  );
}

const PLACES = { WITHIN: 'within the limits', BEYOND_95: 'beyond the 95% limit', BEYOND_998: 'beyond the 99.8% limit' } as const;

function drawn({ region, points, limits }: FunnelChart, nameOf: NameOf, width: number, axis: string): PlotOptions {
  const most = limits.at(-1)?.n ?? 1;
  const end = limits.slice(-1);
  const isNamed = ({ place }: FunnelPoint): boolean => points.length <= NAMED || place !== 'WITHIN';
  const beyond = points.filter(({ place }) => place !== 'WITHIN');
  return {
    height: Math.min(420, Math.max(280, width * 0.5)), marginLeft: 44, marginRight: 88, marginBottom: 44, marginTop: 16,
    x: { domain: [0, most], axis: null }, y: { domain: [0, 100], axis: null },
    marks: [
      gridY({ stroke: '#d8dcde' }), axisY({ label: null, tickSize: 0, tickFormat: (value: number) => `${value}%`, fill: COLOURS.quiet }), axisX({ label: axis, labelAnchor: 'center', labelArrow: 'none', tickSize: 4, ticks: Math.max(3, width / 110), fill: COLOURS.quiet }),
      areaY(limits, { x: 'n', y1: 'lower95', y2: 'upper95', fill: COLOURS.pale }),
      ...(['lower95', 'upper95'] as const).map((limit) => line(limits, { x: 'n', y: limit, stroke: COLOURS.quiet, strokeWidth: 1.5 })),
      ...(['lower998', 'upper998'] as const).map((limit) => line(limits, { x: 'n', y: limit, stroke: COLOURS.quiet, strokeWidth: 1.5, strokeDasharray: '6,3' })),
      ruleY([region], { stroke: COLOURS.plum, strokeDasharray: '2,3', strokeWidth: 1.5 }),
      text(end, { x: 'n', y: region, text: () => `region ${roundHalfUp(region)}%`, textAnchor: 'start', dx: 4, fill: COLOURS.plum }),
      text(end, { x: 'n', y: 'upper95', text: () => '95%', textAnchor: 'start', dx: 4, dy: 8, fill: COLOURS.quiet }),
      text(end, { x: 'n', y: 'upper998', text: () => '99.8%', textAnchor: 'start', dx: 4, dy: -4, fill: COLOURS.quiet }),
      dot(points.filter(({ place }) => place === 'WITHIN'), { x: 'n', y: 'value', r: 5, fill: COLOURS.blue }),
      dot(beyond, { x: 'n', y: 'value', r: 7, symbol: 'diamond', fill: COLOURS.orange, stroke: COLOURS.blue }),
      text(points.filter(isNamed), { x: 'n', y: 'value', text: (point: FunnelPoint) => nameOf(point.agency), dy: -12, fill: '#0b0c0c', stroke: '#fff', strokeWidth: 4 }),
    ],
  };
}
