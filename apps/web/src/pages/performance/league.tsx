import { axisX, dot, gridX, link, ruleX, text, type PlotOptions } from '@observablehq/plot';
import { differenceWords, leagueMessage } from '@hub/domain/performance/chart-words';
import type { LeagueRow } from '@hub/domain/performance/league';
import { shownBeside, valueWords, type Described, type SeenFigure } from '@hub/domain/performance/shown-numbers';
import { roundHalfUp } from '@hub/domain/performance/statistics';
import { useCallback } from 'react';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { goodTone } from '../../words/performance';
import { nameWidth } from './labels';
import { COLOURS, PlotFigure } from './plot-figure';

interface LeagueProps {
  readonly definition: Described;
  readonly rows: readonly LeagueRow[];
  readonly region: SeenFigure | undefined;
}

/** Councils by name, each with its interval: no ranks, which chance would shuffle. */
export function League({ definition, rows, region }: LeagueProps) {
  const message = leagueMessage(definition, rows);
  const value = region?.value ?? null;
  const draw = useCallback((): PlotOptions => drawn(rows, value), [rows, value]);
  const isDrawn = rows.some(({ interval }) => interval !== null);
  return (
    <section aria-label="Councils with intervals">
      <h2 className="govuk-heading-m">{message}</h2>
      {isDrawn && <PlotFigure title={message} description={`${rows.map((row) => `${row.name}: ${valueWords(definition, row.figure)}${intervalWords(row, ', interval ')}`).join('; ')}.`} draw={draw} />}
      <Table caption="Councils by name, with 95% intervals" rows={rows} keyOf={({ agency }) => agency} columns={[
        { title: 'Council', names: true, cell: ({ name }) => name },
        { title: 'Value', numeric: true, cell: ({ figure }) => valueWords(definition, figure) },
        { title: 'Number', numeric: true, cell: ({ figure }) => wordsBeside(figure, 'n') },
        ...(definition.unit === 'days' ? [
          { title: 'Median', numeric: true, cell: ({ figure }: LeagueRow) => wordsBeside(figure, 'median') },
          { title: 'Quartiles', cell: ({ figure }: LeagueRow) => (figure.lowerQuartile === null ? '' : `${wordsBeside(figure, 'lowerQuartile')} to ${wordsBeside(figure, 'upperQuartile')}`) },
          { title: 'Median with those waiting', numeric: true, cell: ({ figure }: LeagueRow) => wordsBeside(figure, 'medianWithWaiting') },
        ] : []),
        { title: '95% interval', cell: (row) => intervalWords(row, '') },
        { title: 'Against the region', cell: ({ difference }) => (difference === 'NO_CLEAR_DIFFERENCE' || difference === 'NOT_KNOWN' ? differenceWords(definition, difference) : <Tag tone={goodTone(difference)}>{differenceWords(definition, difference)}</Tag>) },
      ]} />
    </section>
  );
}

const wordsBeside = (figure: SeenFigure, field: Parameters<typeof shownBeside>[1]): string => (shownBeside(figure, field) ?? '').toLocaleString('en-GB');
const intervalWords = ({ interval }: LeagueRow, before: string): string => (interval === null ? '' : `${before}${roundHalfUp(interval.low).toLocaleString('en-GB')} to ${roundHalfUp(interval.high).toLocaleString('en-GB')}`);

const ROW = 30;

function drawn(rows: readonly LeagueRow[], region: number | null): PlotOptions {
  const placed = rows.map((row, at) => ({ name: row.name, at, value: row.figure.value, low: row.interval?.low ?? null, high: row.interval?.high ?? null, isApart: row.difference !== 'NO_CLEAR_DIFFERENCE' && row.difference !== 'NOT_KNOWN' }));
  const ranged = placed.filter(({ low }) => low !== null);
  const most = Math.max(region ?? 0, ...ranged.map(({ high }) => high ?? 0));
  return {
    height: 60 + rows.length * ROW, marginLeft: nameWidth(rows.map(({ name }) => name)), marginRight: 24, marginTop: 24, marginBottom: 28,
    x: { domain: [0, most * 1.05 || 1], axis: null }, y: { domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
    marks: [
      gridX({ stroke: '#d8dcde' }), axisX({ label: null, tickSize: 4, ticks: 5, fill: COLOURS.quiet }),
      ...(region === null ? [] : [ruleX([region], { stroke: COLOURS.plum, strokeDasharray: '2,3', strokeWidth: 1.5 }), text([region], { x: (value: number) => value, text: (value: number) => `region ${roundHalfUp(value)}`, frameAnchor: 'top', dy: -16, fill: COLOURS.plum })]),
      text(placed, { y: 'at', text: 'name', frameAnchor: 'left', textAnchor: 'end', dx: -10, fill: '#0b0c0c' }),
      link(ranged, { x1: 'low', x2: 'high', y1: 'at', y2: 'at', stroke: COLOURS.blue, strokeWidth: 2 }),
      dot(ranged.filter(({ isApart }) => !isApart), { x: 'value', y: 'at', r: 5, fill: COLOURS.blue }),
      dot(ranged.filter(({ isApart }) => isApart), { x: 'value', y: 'at', r: 7, symbol: 'diamond', fill: COLOURS.orange, stroke: COLOURS.blue }),
      text(placed.filter(({ low }) => low === null), { y: 'at', text: () => 'no interval', frameAnchor: 'left', textAnchor: 'start', dx: 8, fill: COLOURS.quiet }),
    ],
  };
}
