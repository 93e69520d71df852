import { dayWords } from '../../words/dates';

/** What a log cannot show, because it is in the archive. */
export function ArchiveNote({ before }: { before: string | null }) {
  if (before === null) return null;
  return <p className="govuk-inset-text">What is older than {dayWords(before)} is in the archive of the access log and not on this page. Those who run the hub get it for you.</p>;
}
