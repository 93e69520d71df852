import { useData } from '../../app/data';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { ButtonLink } from '../../components/button';
import { Table } from '../../components/table';
import { ChildViewsDocument } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { holderWords, whyNotWords } from '../../words/readiness';

/** What the child and each parent said, entry by entry. */
export function ChildViews({ unit }: { unit: string }) {
  const found = useData(ChildViewsDocument, { unit });
  const may = useMay();
  return (
    <section aria-labelledby="views">
      <h2 className="govuk-heading-m" id="views">Wishes and feelings, and the parents’ views</h2>
      <AwaitPart of={found} what="the views">
        {({ childViews }) => (childViews.length === 0 ? <p className="govuk-body">Nothing is recorded yet.</p> : (
          <Table caption="Views, the latest first" captionHidden rows={childViews} keyOf={({ at }) => at} columns={[
            { title: 'Day', cell: ({ onDate }) => dayWords(onDate) },
            { title: 'Child', cell: ({ child }) => child },
            { title: 'Whose', names: true, cell: ({ holder }) => holderWords(holder) },
            { title: 'What', cell: ({ words, whyNot }) => [whyNot && whyNotWords(whyNot), words].filter(Boolean).join(': ') || '(destroyed)' },
            { title: 'Recorded by', cell: ({ person }) => person.displayName },
          ]} />
        ))}
      </AwaitPart>
      {may('children.edit') && <ButtonLink kind="secondary" to={`/children/${unit}/views/new`}>Record views</ButtonLink>}
    </section>
  );
}
