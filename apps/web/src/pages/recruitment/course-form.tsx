import { isIsoDate } from '@hub/domain/dates/iso-date';
import { MOST_PLACES } from '@hub/domain/recruitment/courses';
import { useNavigate, useParams } from 'react-router';
import { useChange, useData, useOnce, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useViewer } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { Radios } from '../../components/choices';
import { SelectField, TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AgencyNamesDocument, CancelCourseDocument, ChangeCourseDocument, CourseFormDocument, CoursePageDocument, PlanCourseDocument, type AgencyNamesQuery, type CourseKind, type CourseSetting, type CourseViewPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { listWords } from '../../words/plain';
import { COURSE_KIND_OPTIONS, COURSE_SETTING_OPTIONS, courseKindWords } from '../../words/recruitment';

type Agencies = AgencyNamesQuery['agencies'];
interface FormProps { readonly agencies: Agencies; readonly course?: CourseViewPartsFragment; readonly onReload?: () => void }

export function CourseNew() {
  const agencies = useData(AgencyNamesDocument, {});
  return <Await of={agencies} what="the agencies">{(data) => <CourseForm agencies={data.agencies} />}</Await>;
}

export function CourseChange() {
  const { course: reference = '' } = useParams();
  const found = useData(CourseFormDocument, { reference });
  return (
    <Await of={found} what="the course">
      {({ course, agencies }) => (course ? <CourseForm key={course.version} agencies={agencies} course={course} onReload={() => void found.refresh()} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

const typed = (date: string): string => { const [year = '', month = '', day = ''] = date.split('-'); return `${Number(day)} ${Number(month)} ${year}`; };

/** One day on each line, as 27 3 2026. */
function daysOf(answers: FormReader): string[] {
  const lines = answers.mustText('days', 'Enter the days').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const days = lines.map((line) => { const [day = '', month = '', year = ''] = line.split(/[\s/.-]+/); return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`; });
  if (!days.every(isIsoDate)) answers.fault('days', 'Each line must be a real day, such as 27 3 2026');
  return days;
}

function CourseForm({ agencies, course, onReload }: FormProps) {
  const navigate = useNavigate();
  const { agency: own } = useViewer();
  const [plan] = useOnce(PlanCourseDocument);
  const [change] = useChange(ChangeCourseDocument);
  const send = async (answers: FormReader): Promise<Outcome<unknown> | null> => {
    const terms = { setting: answers.mustText('setting', 'Choose how it is held') as CourseSetting, venue: answers.text('venue'), days: daysOf(answers), places: answers.number('places', 'Places', { min: 1, max: MOST_PLACES }) ?? 0 };
    const kind = course ? course.kind : answers.mustText('kind', 'Choose what it is') as CourseKind;
    if (terms.places === 0 && answers.errors.every(({ field }) => field !== 'places')) answers.fault('places', 'Enter how many places it has');
    if (answers.failed) return null;
    const outcome = course ? await change({ input: { course: course.reference, version: course.version, ...terms } }) : await plan({ kind, ...terms });
    if (!outcome.ok) return outcome;
    const reference = 'planCourse' in outcome.data ? outcome.data.planCourse.reference : outcome.data.changeCourse.reference;
    void navigate(`/courses/${reference}`, { state: { done: course ? 'The course is changed.' : 'The course is planned.' } });
    return outcome;
  };
  const venues = agencies.filter(({ kind }) => kind !== 'OUTSIDE').map(({ code, name }) => ({ value: code, label: name }));
  return (
    <PageBody narrow back={course ? { to: `/courses/${course.reference}`, label: course.reference } : { to: '/courses', label: 'Courses' }}>
      <Heading title={course ? `Change course ${course.reference}` : 'Plan a course'} />
      <Form submit={course ? 'Save the changes' : 'Plan the course'} onSubmit={send} onReload={onReload} fieldOf={(path) => path.split('.')[0] ?? path}>
        {!course && <Radios name="kind" label="What is it?" options={COURSE_KIND_OPTIONS} small />}
        <TextArea name="days" label="Days" hint="One on each line, for example 27 3 2026" rows={4} value={course?.days.map(typed).join('\n')} />
        <Radios name="setting" label="How is it held?" options={COURSE_SETTING_OPTIONS} value={course?.setting} small />
        <SelectField name="venue" label="At which agency?" options={venues} value={course?.venue?.code ?? own.code} />
        <TextField name="places" label="How many places has it?" hint="One for each household" inputMode="numeric" width="short" value={course?.places} />
      </Form>
    </PageBody>
  );
}

export function CourseCancel() {
  const { course: reference = '' } = useParams();
  const navigate = useNavigate();
  const found = useData(CoursePageDocument, { reference });
  const [cancel] = useChange(CancelCourseDocument);
  const send = async (version: number): Promise<Outcome<unknown>> => {
    const outcome = await cancel({ input: { course: reference, version } });
    if (outcome.ok) void navigate(`/courses/${reference}`, { state: { done: 'The course is cancelled, and the workers of everybody who was booked are told.' } });
    return outcome;
  };
  return (
    <Await of={found} what="the course">
      {({ course }) => (course ? (
        <PageBody narrow back={{ to: `/courses/${reference}`, label: reference }}>
          <Heading title={`Cancel course ${reference}`} />
          <p className="govuk-body">{courseKindWords(course.kind)}, {listWords(course.days.map(dayWords))}. Every booking is freed and its worker told. It cannot be taken back.</p>
          <Form submit="Cancel the course" tone="warning" onSubmit={() => send(course.version)} onReload={() => void found.refresh()} />
        </PageBody>
      ) : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}
