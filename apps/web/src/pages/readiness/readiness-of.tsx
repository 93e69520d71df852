import { useData } from '../../app/data';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { ButtonLink } from '../../components/button';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { ReadinessDocument, type ReadinessQuery } from '../../gql/graphql';
import { dayWords, instantWords } from '../../words/dates';
import { count } from '../../words/plain';
import { checkTone, checkWords, preparationWords } from '../../words/readiness';

type View = NonNullable<ReadinessQuery['readiness']>;

/** What a panel needs of a link, with what is missing: on the link's page and on a panel's. */
export function ReadinessOf({ link, isOpen, ofChild }: { link: string; isOpen: boolean; ofChild: boolean }) {
  const may = useMay();
  const found = useData(ReadinessDocument, { link }, { pause: !may('readiness.read') });
  if (!may('readiness.read')) return null;
  return (
    <section aria-labelledby={`readiness-${link}`}>
      <h2 className="govuk-heading-m" id={`readiness-${link}`}>Readiness for panel</h2>
      <AwaitPart of={found} what="the readiness">
        {({ readiness }) => (readiness ? <Whole link={link} view={readiness} isOpen={isOpen} ofChild={ofChild} /> : <p className="govuk-body">It is told from the sharing of the child’s permanence report on.</p>)}
      </AwaitPart>
    </section>
  );
}

function Whole({ link, view: { checks, prepared, decisions }, isOpen, ofChild }: { link: string; view: View; isOpen: boolean; ofChild: boolean }) {
  const may = useMay();
  const missing = checks.filter(({ state }) => state === 'MISSING').length;
  return (
    <>
      <p className="govuk-body-l">{missing === 0 ? 'Nothing is missing.' : `${count(missing, 'thing is', 'things are')} missing.`}</p>
      <Table caption="What a panel needs" captionHidden rows={checks} keyOf={({ name }) => name} columns={[
        { title: 'What', names: true, cell: ({ label }) => label },
        { title: 'State', cell: ({ state }) => <Tag tone={checkTone(state)}>{checkWords(state)}</Tag> },
        { title: 'More', cell: ({ detail }) => detail ?? '' },
        { title: 'Rule', cell: ({ rule }) => rule },
      ]} />
      {prepared.length > 0 && (
        <Table caption="What was done with the adopters" rows={prepared} keyOf={({ kind, at }) => `${kind} ${at}`} columns={[
          { title: 'Day', cell: ({ onDate }) => dayWords(onDate) },
          { title: 'What', names: true, cell: ({ kind }) => preparationWords(kind) },
          { title: 'In words', cell: ({ words }) => words ?? '' },
          { title: 'Recorded by', cell: ({ person, isOwn }) => person?.displayName ?? (isOwn ? '' : 'the other agency') },
        ]} />
      )}
      {decisions.map(({ at, person, reason, missing: lacking }) => <p key={at} className="govuk-body">{person.displayName} decided on {instantWords(at)} to go on with {count(lacking.length, 'thing', 'things')} missing: {reason ?? '(destroyed)'}</p>)}
      {isOpen && (
        <div className="govuk-button-group">
          {may('readiness.record') && <ButtonLink kind="secondary" to={`/links/${link}/prepare`}>Record what was done with the adopters</ButtonLink>}
          {missing > 0 && ofChild && may('readiness.goOn') && <ButtonLink kind="secondary" to={`/links/${link}/go-on`}>Go on although something is missing</ButtonLink>}
        </div>
      )}
    </>
  );
}
