import type { Finding, FindingKind } from './finding';

/** What a finding is, for the person who looks at it. */
export const FINDING_WORDS: Readonly<Record<FindingKind, string>> = {
  KNOWN_NAME: 'a name or an identifier of the record', NAME: 'perhaps a name', PLACE: 'perhaps a place', NHS_NUMBER: 'an NHS number', NI_NUMBER: 'a National Insurance number', POSTCODE: 'a postcode',
  PHONE: 'a telephone number', EMAIL: 'an e-mail address', WEB_ADDRESS: 'a web address', DATE: 'a date', AGE: 'an exact age', VEHICLE: 'a vehicle mark', COURT_NUMBER: 'a court number', NUMBER: 'a long number',
  TRAIT: 'a word that tells what is not shown',
};

const ADVICE: Readonly<Partial<Record<FindingKind, string>>> = {
  DATE: ' Say “about two years ago” instead.', AGE: ' The age band is shown beside the text.', TRAIT: ' Use a word that leaves it open, or ask for the facts as recorded.',
};

/** Why the text cannot be released as it stands, once for each kind; repeats nothing of it. */
export function problemsOf(findings: readonly Finding[]): readonly string[] {
  const kinds = [...new Set(findings.filter(({ certain }) => certain).map(({ kind }) => kind))];
  return kinds.map((kind) => `The text holds ${FINDING_WORDS[kind]}.${ADVICE[kind] ?? ''}`);
}
