import { dayWords } from '../../dates/words';
import type { ProfileSection } from '../../disclosure/profile-sections';
import { householdRows, unitRows, type ShownRow } from '../../disclosure/shown-rows';
import { ruleLabel } from './labels';
import type { ShownCandidate, ShownContribution } from './read-evidence';
import { standingWords } from './standing-words';

type Card = Parameters<typeof householdRows>[0] & { readonly reference: string };

export interface ShortlistContent extends Readonly<Record<'eligible' | 'conditional' | 'blocked' | 'ruledOut', number>> {
  readonly run: { readonly reference: string; readonly asAt: string; readonly policyVersion: number };
  readonly unit: Parameters<typeof unitRows>[0];
  readonly candidates: readonly (Omit<ShownCandidate, 'household'> & { readonly household: Card; readonly position: number; readonly summary: string })[];
}

/** A shortlist on paper: who it is for, what was found, and each family with its reasons, point by point. */
export function shortlistSections({ run, unit, candidates, ...standing }: ShortlistContent): ProfileSection[] {
  return [
    { heading: 'Who it is for', text: null, rows: unitRows(unit) },
    { heading: 'What was found', text: standingWords(standing, 'No family'), rows: [{ label: 'Run', value: `${run.reference}, as at ${dayWords(run.asAt)}, policy ${run.policyVersion}` }] },
    ...candidates.map((candidate) => ({
      heading: `${candidate.position}. ${candidate.household.reference}: band ${candidate.band}${candidate.status === 'conditional' ? ', depends on an answer' : ''}`,
      text: candidate.summary, rows: [...householdRows(candidate.household), ...standingRows(candidate), ...candidate.contributions.map(reason)],
    })),
  ];
}

const standingRows = ({ rank, low, high, unknowns }: ShortlistContent['candidates'][number]): ShownRow[] => [
  { label: 'Rank', value: `${rank.toFixed(1)} of 100; between ${low.toFixed(1)} and ${high.toFixed(1)} once everything is known` },
  ...(unknowns.length > 0 ? [{ label: 'To be asked first', value: unknowns.map(ruleLabel).join('; ') }] : []),
];

function reason({ label, weight, fit, points, unitValue, householdValue, essential }: ShownContribution): ShownRow {
  const sides = [unitValue && `for the child ${unitValue}`, householdValue && `of the family ${householdValue}`].filter(Boolean).join('; ');
  return { label: essential ? `${label} (essential)` : label, value: `${points.toFixed(1)} points, weight ${weight}${fit === null ? ', not known' : ''}${sides ? `: ${sides}` : ''}` };
}
