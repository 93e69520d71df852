import { csvText } from '@hub/domain/audit/csv';
import type { Purpose } from '@hub/domain/audit/purposes';
import { DELIVERY_WORDS, OUTCOME_WORDS, PURPOSE_WORDS, STAGE_WORDS } from '@hub/domain/audit/words';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ChangeRow } from './changes.queries';
import type { ShownLook } from './log.service';

/** By whom and when a file was made, and what it leaves out; it stands in the file itself (trust.md UPL-7). */
export interface Watermark {
  readonly person: string;
  readonly agency: string;
  readonly at: Date;
  readonly requestId: string;
  /** Older rows are in the archive. */
  readonly archivedBefore: IsoDate | null;
}

export function watermarkWords({ person, agency, at, requestId, archivedBefore }: Watermark): string {
  const left = archivedBefore === null ? '' : ` What is older than ${archivedBefore} is in the archive of the access log and not in this file.`;
  return `Made by ${person}, ${agency}, ${at.toISOString()}, to account for access; request ${requestId}.${left}`;
}

const LOOK_HEADINGS = ['Time (UTC)', 'Person', 'Agency', 'Roles', 'Record', 'Reference', 'Action', 'Purpose', 'Reason', 'Stage', 'Fields', 'Count', 'Agreement', 'Grant', 'Outcome', 'Delivery', 'Address'];

export const personWords = ({ person, isSystem, agencyCode }: Pick<ShownLook, 'person' | 'isSystem' | 'agencyCode'>): string =>
  person ?? (isSystem ? 'The hub' : agencyCode === null ? 'Somebody' : 'Somebody of this agency');

export function looksCsv(looks: readonly ShownLook[], watermark: Watermark): string {
  return csvText([LOOK_HEADINGS, ...looks.map((look) => [
    look.at.toISOString(), personWords(look), look.agencyCode, look.roles.join(' '), look.subjectType, look.subject, look.action,
    look.purpose && PURPOSE_WORDS[look.purpose as Purpose], look.reason, look.stage && STAGE_WORDS[look.stage], look.fields.join(' '), look.count,
    look.agreement, look.grant, OUTCOME_WORDS[look.outcome] ?? look.outcome, DELIVERY_WORDS[look.delivery], look.address,
  ]), [watermarkWords(watermark)]]);
}

const CHANGE_HEADINGS = ['Time (UTC)', 'Person', 'Agency', 'Action', 'Table', 'Change', 'Reference', 'Fields'];

export function changesCsv(changes: readonly ChangeRow[], watermark: Watermark): string {
  return csvText([CHANGE_HEADINGS, ...changes.map((change) => [
    change.at.toISOString(), personWords(change), change.agencyCode, change.action, change.table, change.operation, change.subject, change.fields.join(' '),
  ]), [watermarkWords(watermark)]]);
}
