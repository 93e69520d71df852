import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { WhoSeesQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { stageWords } from '../../words/states';

type Seer = WhoSeesQuery['whoSees']['seers'][number];

function basis({ grant, agreement, hiddenBy }: Seer): string {
  if (hiddenBy === 'LOCAL_SEARCH') return 'Your agency keeps it to itself for now';
  if (hiddenBy) return 'No household of theirs is approved for early permanence';
  const under = agreement ? `Agreement ${agreement}` : 'Every live agreement';
  return grant ? `Grant of ${grant.stage}, ${under.charAt(0).toLowerCase()}${under.slice(1)}` : under;
}

export function SeersTable({ seers, home, previews }: { seers: readonly Seer[]; home: string; previews: boolean }) {
  return (
    <Table caption="Other agencies that can see this record" captionHidden rows={seers} keyOf={({ agency }, index) => `${agency.code} ${index}`} columns={[
      { title: 'Who', names: true, cell: ({ agency, person }) => (person ? `${person.displayName}, ${agency.name}` : agency.name) },
      { title: 'Sees', cell: ({ stage, seesPhoto }) => <Tag tone={stage === null ? 'grey' : stage === 'S0' ? 'blue' : 'amber'}>{stage === null ? 'Nothing' : stageWords(stage)}{seesPhoto && ', with photo'}</Tag> },
      { title: 'Since', cell: ({ since }) => (since ? dayWords(since) : '') },
      { title: 'Until', cell: ({ stage, until }) => (until ? dayWords(until) : stage === null ? '' : 'no end set') },
      { title: 'Because of', cell: basis },
      ...(previews ? [{
        title: 'Preview',
        cell: ({ agency }: Seer) => <Link className="govuk-link" to={`${home}/seen-by/${agency.code}`}>See as they do<span className="govuk-visually-hidden"> ({agency.name})</span></Link>,
      }] : []),
    ]} />
  );
}
