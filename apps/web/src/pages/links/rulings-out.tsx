import { Box } from '../../components/page-body';
import { instantWords } from '../../words/dates';

interface Ruling {
  readonly reason: string | null;
  readonly at: string;
  readonly liftedAt: string | null;
  readonly person: { readonly displayName: string };
}

/** Why the own agency decided against the pair: no other reads it. */
export function RulingsOut({ rulings }: { rulings: readonly Ruling[] }) {
  if (rulings.length === 0) return null;
  return (
    <Box title="Why your agency ruled it out">
      <ul className="govuk-list govuk-body-s">
        {rulings.map(({ reason, at, liftedAt, person }) => (
          <li key={at}>{reason ?? '(destroyed)'} <span className="hub-secondary">{person.displayName}, {instantWords(at)}{liftedAt ? `; lifted ${instantWords(liftedAt)}` : ''}</span></li>
        ))}
      </ul>
    </Box>
  );
}
