import { Link, useParams } from 'react-router';
import { useChange, useData, useOnce, useSaid, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { Radios } from '../../components/choices';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import { BookCourseDocument, CancelCourseBookingDocument, CoursePageDocument, RecordCourseAttendanceDocument, type CourseViewPartsFragment } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';
import { listWords } from '../../words/plain';
import { bookingWords, courseKindWords, courseSettingWords } from '../../words/recruitment';
import { roomWords } from './courses';

export default function CoursePage() {
  const { course: reference = '' } = useParams();
  const found = useData(CoursePageDocument, { reference });
  const [said, say] = useSaid(found.refresh);
  return (
    <Await of={found} what="the course">
      {({ course }) => (course ? <Page course={course} said={said} say={say} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

interface PartProps { readonly course: CourseViewPartsFragment; readonly say: (words: string) => void }

function Page({ course, said, say }: PartProps & { said: string }) {
  const may = useMay();
  const { reference, kind, setting, days, firstOn, status, venue, agency, isOurs, bookings, guests } = course;
  const isOpen = status === 'PLANNED' && firstOn > todayInLondon();
  return (
    <PageBody back={{ to: '/courses', label: 'Courses' }}>
      <DoneBanner />
      {said && <Success key={said}>{said}</Success>}
      <Heading title={`${courseKindWords(kind)} ${reference}`} />
      <SummaryList rows={[
        { label: 'Days', value: listWords(days.map(dayWords)) }, { label: 'Where', value: `${courseSettingWords(setting)}, ${venue?.name ?? 'not known'}` },
        { label: 'Planned by', value: agency?.name }, { label: 'Places', value: roomWords(course) },
      ]} />
      {isOurs && isOpen && may('courses.plan') && (
        <ul className="hub-links">
          <li><Link className="govuk-link" to={`/courses/${reference}/change`}>Change days or places</Link></li>
          <li><Link className="govuk-link" to={`/courses/${reference}/cancel`}>Cancel the course</Link></li>
        </ul>
      )}
      {bookings.length > 0 && <Bookings course={course} say={say} />}
      {isOpen && may('courses.book') && <Book course={course} say={say} />}
      {isOurs && guests.length > 0 && <Register course={course} say={say} />}
    </PageBody>
  );
}

function Bookings({ course: { bookings, reference, firstOn }, say }: PartProps) {
  const [cancel] = useChange(CancelCourseBookingDocument);
  const may = useMay();
  const cancelled = async (booking: string): Promise<Outcome<unknown>> => {
    const outcome = await cancel({ input: { course: reference, booking } });
    if (outcome.ok) say('The booking is cancelled.');
    return outcome;
  };
  return (
    <Table caption="Your agency’s households" rows={bookings} keyOf={({ booking }) => booking} columns={[
      { title: 'Household', names: true, cell: ({ household }) => <Link className="govuk-link" to={`/families/${household}/assessment`}>{household}</Link> },
      { title: 'Booking', cell: ({ booking }) => booking },
      { title: 'State', cell: ({ state }) => bookingWords(state) },
      { title: 'Change', cell: ({ booking, state, household }) => (may('courses.book') && /^(BOOKED|WAITING)$/.test(state) && firstOn > todayInLondon()
        ? <Form submit={`Cancel for ${household}`} tone="warning" onSubmit={() => cancelled(booking)} /> : '') },
    ]} />
  );
}

function Book({ course: { reference, places, taken }, say }: PartProps) {
  const [book] = useOnce(BookCourseDocument);
  const send = async (answers: FormReader) => {
    const household = answers.mustText('household', 'Enter the household’s reference').toUpperCase();
    if (answers.failed) return null;
    const outcome = await book({ course: reference, household });
    if (outcome.ok) say(outcome.data.bookCourse.bookings.find((one) => one.household === household)?.state === 'WAITING' ? `${household} is on the waiting list.` : `${household} has a place.`);
    return outcome;
  };
  return (
    <section>
      <h2 className="govuk-heading-m">{taken < places ? 'Book a place' : 'Put a household on the waiting list'}</h2>
      <Form submit={taken < places ? 'Book' : 'Put on the list'} onSubmit={send} clears>
        <TextField name="household" label="Household" hint="The reference of a household of your agency" width="medium" />
      </Form>
    </section>
  );
}

/** By booking and agency: who they are, their own agency knows. */
function Register({ course: { guests, reference, lastOn }, say }: PartProps) {
  const [record] = useChange(RecordCourseAttendanceDocument);
  const may = useMay();
  const isOver = lastOn <= todayInLondon();
  const send = (booking: string) => async (answers: FormReader) => {
    const came = answers.mustText(`came-${booking}`, 'Choose whether they completed it');
    if (answers.failed) return null;
    const outcome = await record({ input: { course: reference, booking, attended: came === 'yes' } });
    if (outcome.ok) say(`It is recorded for ${booking}.`);
    return outcome;
  };
  return (
    <Table caption="Who comes" rows={guests} keyOf={({ booking }) => booking} columns={[
      { title: 'Booking', names: true, cell: ({ booking }) => booking },
      { title: 'Agency', cell: ({ agency }) => agency?.name ?? 'not known' },
      { title: 'State', cell: ({ state }) => bookingWords(state) },
      ...(isOver && may('courses.plan') ? [{ title: 'Did they complete it?', cell: ({ booking, state }: (typeof guests)[number]) => (state === 'WAITING' ? '' : (
        <Form submit={`Record ${booking}`} onSubmit={send(booking)}>
          <Radios name={`came-${booking}`} label={`Did ${booking} complete it?`} options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} value={state === 'ATTENDED' ? 'yes' : state === 'ABSENT' ? 'no' : null} small inline />
        </Form>
      )) }] : []),
    ]} />
  );
}
