import { csvText } from '@hub/domain/audit/csv';
import type { Purpose } from '@hub/domain/audit/purposes';
import { watermarkWords, type Watermark } from '@hub/domain/audit/watermark';
import { DELIVERY_WORDS, OUTCOME_WORDS, PURPOSE_WORDS, STAGE_WORDS } from '@hub/domain/audit/words';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ChangeRow } from './changes.queries';
import type { ShownLook } from './log.service';

/** What a file of the log says of itself, and what it leaves out. */
export interface LogWatermark extends Watermark {
  /** Older rows are in the archive. */
  readonly archivedBefore: IsoDate | null;
}

export function logWatermarkWords({ archivedBefore, ...watermark }: LogWatermark): string {
  const left = archivedBefore === null ? '' : ` What is older than ${archivedBefore} is in the archive of the access log and not in this file.`;
  return `${watermarkWords(watermark)}${left}`;
}

const LOOK_HEADINGS = ['Time (UTC)', 'Person', 'Agency', 'Roles', 'Record', 'Reference', 'Action', 'Purpose', 'Reason', 'Stage', 'Fields', 'Count', 'Agreement', 'Grant', 'Outcome', 'Delivery', 'Address'];

export const personWords = ({ person, isSystem, agencyCode }: Pick<ShownLook, 'person' | 'isSystem' | 'agencyCode'>): string =>
  person ?? (isSystem ? 'The hub' : agencyCode === null ? 'Somebody' : 'Somebody of this agency');

export function looksCsv(looks: readonly ShownLook[], watermark: LogWatermark): string {
  return csvText([LOOK_HEADINGS, ...looks.map((look) => [
    look.at.toISOString(), personWords(look), look.agencyCode, look.roles.join(' '), look.subjectType, look.subject, look.action,
    look.purpose && PURPOSE_WORDS[look.purpose as Purpose], look.reason, look.stage && STAGE_WORDS[look.stage], look.fields.join(' '), look.count,
    look.agreement, look.grant, OUTCOME_WORDS[look.outcome] ?? look.outcome, DELIVERY_WORDS[look.delivery], look.address,
  ]), [logWatermarkWords(watermark)]]);
}

const CHANGE_HEADINGS = ['Time (UTC)', 'Person', 'Agency', 'Action', 'Table', 'Change', 'Reference', 'Fields'];

export function changesCsv(changes: readonly ChangeRow[], watermark: LogWatermark): string {
  return csvText([CHANGE_HEADINGS, ...changes.map((change) => [
    change.at.toISOString(), personWords(change), change.agencyCode, change.action, change.table, change.operation, change.subject, change.fields.join(' '),
  ]), [logWatermarkWords(watermark)]]);
}
