import type { PairExplanation } from '@hub/domain/matching/explain-pair';
import type { Candidate, UnitResult } from '@hub/domain/matching/result';
import { textTable } from './text-table';

const HEADER = ['#', 'household', 'status', 'band', 'rank', 'interval', 'coverage', 'stretches', 'to be recorded'];

/** A run's result for people: per unit its counts and a table of candidates, and the blocked where they are listed. */
export function resultText(results: readonly UnitResult[]): string {
  if (results.length === 0) return 'The pool has no units.';
  return results.map((result) => unitText(result).join('\n')).join('\n\n');
}

function unitText({ unit, eligible, conditional, blocked, priority, candidates, blockedHouseholds }: UnitResult): string[] {
  const counts = `${eligible} eligible, ${conditional} conditional, ${blocked} blocked; priority ${priority.toFixed(2)}`;
  const listed = candidates.length === 0 ? ['  nobody to list'] : indented(textTable(HEADER, candidates.map(candidateRow)));
  const blockedLines = (blockedHouseholds ?? []).map(({ household, blockers }) => [household, blockers.join(', ')]);
  const blockedText = blockedLines.length === 0 ? [] : ['', ...indented(textTable(['blocked', 'by'], blockedLines))];
  return [`${unit}: ${counts}`, ...listed, ...blockedText];
}

function candidateRow(candidate: Candidate, at: number): string[] {
  const { household, status, band, rank, low, high, coverage, stretches, unknowns } = candidate;
  const interval = `${low.toFixed(1)} to ${high.toFixed(1)}`;
  const known = `${(coverage * 100).toFixed(0)} %`;
  return [String(at + 1), household, status, band, rank.toFixed(1), interval, known, stretches.join(', '), unknowns.join(', ')];
}

/** One pair's explanation for people. The contributions shown are those that sum to the rank. */
export function explanationText(pair: PairExplanation): string {
  const rules = pair.rules.map(({ rule, outcome, asks }) => [outcome === 'fail' ? 'FAIL' : outcome, rule, asks]);
  const contributions = pair.contributions.map(({ criterion, weight, fit, points }) => [
    criterion,
    String(weight),
    fit === null ? 'unknown' : String(fit),
    points.toFixed(2),
  ]);
  const sum = ['sum: the rank', '', '', pair.contributions.reduce((total, { points }) => total + points, 0).toFixed(2)];
  return [
    `${pair.unit} with ${pair.household}: ${pair.status}, band ${pair.band}`,
    '',
    'Rules',
    ...indented(textTable(['finding', 'rule', 'what it asks'], rules)),
    '',
    'Contributions',
    ...indented(textTable(['criterion', 'weight', 'fit', 'points'], [...contributions, sum])),
    '',
    ...numberLines(pair),
    ...changeLines(pair),
  ].join('\n');
}

function numberLines({ rank, low, high, score, coverage, stretches }: PairExplanation): string[] {
  const known = `${(coverage * 100).toFixed(1)} % of the weight is known`;
  return [
    `Rank ${rank.toFixed(2)} of 100; once all is recorded between ${low.toFixed(2)} and ${high.toFixed(2)}.`,
    score === null ? 'Nothing is known yet.' : `On what is known alone ${score.toFixed(2)}; ${known}.`,
    ...(stretches.length === 0 ? [] : [`The household would stretch to: ${stretches.join(', ')}.`]),
  ];
}

function changeLines({ status, changes }: PairExplanation): string[] {
  if (status === 'eligible') return ['', 'Nothing stands in the way of a link.'];
  return ['', 'What would have to change', ...changes.map((change) => `  ${change}`)];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
