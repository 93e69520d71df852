import type { HouseholdState } from '@hub/domain/adopters/states';
import { APPROVAL_STATES } from '@hub/domain/panels/items';
import { preferenceWords, rangeWords, roomWords } from '@hub/domain/adopters/spoken-card';
import { Link, useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import { AssessmentPageDocument, type AssessmentPageQuery, type ClockPartsFragment } from '../../gql/graphql';
import { yesNoWords } from '../../words/cards';
import { dayWords } from '../../words/dates';
import { levelWords, needWords } from '../../words/needs';
import { askedWords, bookingWords, codeWords, courseKindWords } from '../../words/recruitment';
import { householdStateWords } from '../../words/states';
import { CaseClocks } from '../clocks/case-clocks';
import { ItemsOfFamily } from '../panels/items-note';

type Assessment = NonNullable<AssessmentPageQuery['assessment']>;

export default function AssessmentPage() {
  const { household = '' } = useParams();
  const view = useData(AssessmentPageDocument, { household });
  return (
    <Await of={view} what="the assessment">
      {({ assessment, household: found }) => (assessment ? <Page household={household} assessment={assessment} clocks={found?.record?.clocks ?? []} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

function Page({ household, assessment, clocks }: { household: string; assessment: Assessment; clocks: readonly ClockPartsFragment[] }) {
  const may = useMay();
  const { state, isFastTrack, provisionalPanelOn, delays, reviews, ranges, courses } = assessment;
  return (
    <PageBody back={{ to: `/families/${household}`, label: household }}>
      <DoneBanner />
      <Heading title={`Assessment of ${household}`} />
      <SummaryList rows={[
        { label: 'Stands at', value: householdStateWords(state) },
        { label: 'Way', value: isFastTrack ? 'Fast track: straight to stage two, no stage one' : 'Stage one and stage two' },
        { label: 'Provisional panel date', value: provisionalPanelOn && dayWords(provisionalPanelOn), change: may('adopters.edit') ? `/families/${household}/facts` : undefined },
      ]} />
      {may('adopters.edit') && <p className="govuk-body"><Link className="govuk-link" to={`/families/${household}/event`}>Record a step, a pause or an extension</Link></p>}
      {may('courses.book') && <p className="govuk-body"><Link className="govuk-link" to="/courses">Book a course</Link></p>}
      {APPROVAL_STATES.includes(state as HouseholdState) && <><h2 className="govuk-heading-s">Panels</h2><ItemsOfFamily family={household} /></>}
      <CaseClocks title="Clocks" clocks={clocks} />
      <Delays delays={delays} />
      {courses.length > 0 && (
        <Table caption="Courses" rows={courses} keyOf={({ course }, at) => `${course}-${at}`} columns={[
          { title: 'Course', names: true, cell: ({ course, kind }) => <Link className="govuk-link" to={`/courses/${course}`}>{courseKindWords(kind)} {course}</Link> },
          { title: 'Last day', cell: ({ lastOn }) => dayWords(lastOn) },
          { title: 'State', cell: ({ state: booking }) => bookingWords(booking) },
        ]} />
      )}
      {reviews.length > 0 && (
        <Table caption="Reviews of the approval" rows={reviews} keyOf={({ onDate }, at) => `${onDate}-${at}`} columns={[
          { title: 'Day', names: true, cell: ({ onDate }) => dayWords(onDate) },
          { title: 'Outcome', cell: ({ outcome }) => codeWords(outcome) },
          { title: 'Notes', cell: ({ words }) => words ?? '' },
        ]} />
      )}
      <Ranges ranges={ranges} />
    </PageBody>
  );
}

const KINDS: Readonly<Record<string, string>> = { PAUSE: 'Paused', STAGE1: 'Stage one extended', STAGE2: 'Stage two extended' };

function Delays({ delays }: Pick<Assessment, 'delays'>) {
  if (delays.length === 0) return <p className="govuk-body">Nothing was paused or extended.</p>;
  return (
    <Table caption="Pauses and extensions" rows={delays} keyOf={({ kind, from }, at) => `${kind}-${from}-${at}`} columns={[
      { title: 'What', names: true, cell: ({ kind }) => KINDS[kind] ?? kind },
      { title: 'From', cell: ({ from }) => dayWords(from) },
      { title: 'Until', cell: ({ to }) => (to ? dayWords(to) : 'goes on') },
      { title: 'Reason', cell: ({ code, words }) => [codeWords(code), words].filter(Boolean).join(': ') },
      { title: 'At whose wish', cell: ({ askedBy }) => askedWords(askedBy) },
    ]} />
  );
}

/** Advice of the panel, which fixes nothing in law: a pair outside it is to be looked at again, not ruled out. */
function Ranges({ ranges }: Pick<Assessment, 'ranges'>) {
  if (ranges.length === 0) return null;
  return (
    <Table caption="Whom they were thought right for, and would take" rows={ranges} keyOf={({ fromOn }, at) => `${fromOn}-${at}`} columns={[
      { title: 'From', names: true, cell: ({ fromOn }) => dayWords(fromOn) },
      { title: 'Ages', cell: ({ ageMinMonths, ageMaxMonths }) => rangeWords(ageMinMonths, ageMaxMonths) ?? 'not recorded' },
      { title: 'Children', cell: ({ maxChildren }) => roomWords(maxChildren) ?? 'not recorded' },
      { title: 'Sex', cell: ({ sexPreference }) => preferenceWords(sexPreference) ?? 'not recorded' },
      { title: 'Early permanence', cell: ({ earlyPermanence }) => yesNoWords(earlyPermanence) ?? 'not recorded' },
      { title: 'Needs', cell: ({ offers }) => offers.map(({ key, level }) => `${needWords(key)}: ${levelWords(level)}`).join('; ') || 'none recorded' },
      { title: 'Written by', cell: ({ person }) => person?.displayName ?? 'the hub' },
    ]} />
  );
}
