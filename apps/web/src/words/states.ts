import { HOUSEHOLD_STATE_WORDS } from '@hub/domain/adopters/words';
import { CHILD_STATE_WORDS, FAMILY_FINDING_WORDS, REVERSAL_WORDS } from '@hub/domain/children/words';
import type { Tone } from '../components/tag';
import { plain } from './plain';

const lookUp = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? plain(code);

export const childStateWords = (state: string): string => lookUp(CHILD_STATE_WORDS, state);
export const householdStateWords = (state: string): string => lookUp(HOUSEHOLD_STATE_WORDS, state);

export const authorityWords = (type: string | null | undefined): string | null =>
  (type === 'PO' ? 'Placement order' : type === 'CONSENT' ? 'Parents’ consent' : null);

export const findingWords = (finding: string): string => lookUp(FAMILY_FINDING_WORDS, finding);

export const planWords = (plan: string): string =>
  ({ SINGLE: 'on their own', TOGETHER: 'to be placed together', APART: 'to be placed apart', TOGETHER_PREFERRED: 'together if possible' }[plan] ?? plain(plan));

export const reversalWords = (reason: string): string => lookUp(REVERSAL_WORDS, reason);

export const runStatusWords = (status: string): string => ({ QUEUED: 'Waiting to start', RUNNING: 'Running', DONE: 'Finished', FAILED: 'Failed', CANCELLED: 'Cancelled' }[status] ?? plain(status));

const FAILED_RUN: Readonly<Record<string, string>> = {
  WORKER_LOST: 'The hub stopped several times while it worked on this run, so it was given up. It left no result. Start it again; if it is given up again, tell the hub’s administrator.',
  NOT_IN_POOL: 'Whom this run was about was no longer looked for when it began: family finding was paused or closed, or the family is no longer available. It left no result. Put that right on their page, then start again.',
  FORBIDDEN: 'Whoever asked for this run may no longer do so, so it was not done. Somebody whose role allows it can start it again.',
};

export const failedRunWords = (code: string | null | undefined): string =>
  FAILED_RUN[code ?? ''] ?? 'This run failed and left no result. Start it again; if it fails again, tell the hub’s administrator.';

export const importStatusWords = (status: string): string => ({
  QUEUED: 'Waiting to be checked', CHECKING: 'Being checked', CHECKED: 'Checked, not yet applied', APPLYING: 'Being applied', APPLIED: 'Applied', FAILED: 'Failed', DISCARDED: 'Discarded',
}[status] ?? plain(status));

export const importKindWords = (kind: string): string => ({ ANNEX_A: 'Annex A workbook', PROFILE_SHEET: 'Profile sheet' }[kind] ?? plain(kind));

export function statusTone(status: string): Tone {
  if (/^(DONE|APPLIED|ACTIVE|LIVE|APPROVED)$/.test(status)) return 'green';
  if (/^(FAILED|REFUSED|WITHDRAWN)$/.test(status)) return 'red';
  if (/^(PAUSED|CHECKED|REQUESTED|INVITED|DRAFT)$/.test(status)) return 'amber';
  return /^(QUEUED|RUNNING|CHECKING|APPLYING)$/.test(status) ? 'blue' : 'grey';
}

export const releaseStatusWords = (status: string): string =>
  ({ DRAFT: 'Draft again', REQUESTED: 'Waiting for a second person', LIVE: 'Released', APPROVED: 'Released', EXPIRED: 'Expired', AGREEMENT_ENDED: 'The agreement ended', WITHDRAWN: 'Withdrawn', STOPPED: 'Stopped' }[status] ?? plain(status));

export const grantStatusWords = (status: string): string =>
  ({ DRAFT: 'Draft again', REQUESTED: 'Waiting for a second person', LIVE: 'Live', EXPIRED: 'Expired', AGREEMENT_ENDED: 'The agreement ended', WITHDRAWN: 'Withdrawn' }[status] ?? plain(status));

export const stageWords = (stage: string): string =>
  ({ S0: 'Card (S0)', S1: 'Profile (S1)', S2: 'Identified (S2)', S3: 'Linking (S3)', S4: 'Placed (S4)', OWN: 'Full record' }[stage] ?? plain(stage));

interface GrantAudience { readonly agency: { readonly name: string } | null; readonly person: { readonly displayName: string } | null }

export function grantAudienceWords({ agency, person }: GrantAudience): string {
  if (!agency) return 'every agency with an agreement';
  return person ? `${person.displayName}, ${agency.name}` : agency.name;
}
