type Words = readonly [fits: string, partly: string, not: string];

/** Criteria of which the hub tells the fit alone before the agencies explore a link: the words follow from the fit. */
const FROM_FIT: Readonly<Record<string, Words>> = {
  sex: ['as they would prefer', 'partly as they would prefer', 'not as they would prefer'],
  heritage: ['shared', 'shared in part', 'not shared'],
  language: ['shared', 'shared in part', 'not shared'],
  religion: ['the same', 'partly the same', 'another'],
  childrenAtHome: ['old enough', 'far enough in age, not all older', 'close in age'],
  pets: ['no pets', 'some pets', 'pets'],
  smoking: ['nobody smokes', 'someone smokes at times', 'someone smokes'],
};

/** The family's side of a criterion: the hub's words, or what its fit tells; `null` where their own is not recorded. */
export function familyWords(criterion: string, value: string | null, fit: number | null): string | null {
  if (value !== null) return value;
  const words = FROM_FIT[criterion];
  if (fit === null) return words || criterion === 'distance' ? 'not recorded for one of them' : null;
  if (!words) return null;
  return fit >= 1 ? words[0] : fit > 0 ? words[1] : words[2];
}
