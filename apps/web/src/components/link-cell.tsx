import type { OpenLink } from '../gql/graphql';
import { InterestLink } from './interest-link';
import { Tag } from './tag';

/** On a row of a search: who acts next on the link that is open, or the way to one. */
export function LinkCell({ openLink, to, reference, mayLink }: { openLink?: OpenLink | null; to: string; reference: string; mayLink: boolean }) {
  return (
    <>
      {openLink && <Tag tone={openLink === 'OURS' ? 'amber' : 'grey'}>{openLink === 'OURS' ? 'Link: waits for you' : 'Link: waits for them'}</Tag>}{' '}
      {mayLink && <InterestLink to={to} in={reference} />}
    </>
  );
}
