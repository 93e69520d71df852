/** A band is a letter; its colour only repeats it. */
export function Band({ letter }: { letter: string }) {
  return <span className={`hub-band hub-band--${letter.toLowerCase()}`}><span className="govuk-visually-hidden">Band </span>{letter}</span>;
}
