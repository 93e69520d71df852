import { differencesBetween } from '@hub/domain/anonymity/text/differences';

/** What changed between two texts, said in words as well as drawn: neither colour nor a line alone tells it. */
export function TextDifferences({ before, after }: { before: string; after: string }) {
  return (
    <p className="govuk-body hub-about hub-changes">
      {differencesBetween(before, after).map(({ kind, text }, at) => {
        if (kind === 'SAME') return <span key={at}>{text}</span>;
        return kind === 'REMOVED'
          ? <del key={at}><span className="hub-changes__mark">[taken out: </span>{text.trim()}<span className="hub-changes__mark">] </span></del>
          : <ins key={at}><span className="hub-changes__mark">[put in: </span>{text.trim()}<span className="hub-changes__mark">] </span></ins>;
      })}
    </p>
  );
}
