import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { LinkButton } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { CoursesDocument, type CourseWhen, type CoursesQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { count, listWords } from '../../words/plain';
import { courseKindWords, courseSettingWords } from '../../words/recruitment';

export default function CoursesPage() {
  const [when, setWhen] = useState<CourseWhen>('TO_COME');
  const found = useData(CoursesDocument, { when });
  const may = useMay();
  return (
    <PageBody {...(may('recruitment.readRegion') && { back: { to: '/recruitment', label: 'Recruitment' } })}>
      <DoneBanner />
      <Heading title="Courses" />
      <p className="govuk-body">Information events and preparation courses over the region. Any agency books places for its own households; others see how many are taken, and never by whom.</p>
      {may('courses.plan') && <p className="govuk-body"><Link className="govuk-link" to="/courses/new">Plan a course</Link></p>}
      <p className="govuk-body"><LinkButton onClick={() => setWhen(when === 'PAST' ? 'TO_COME' : 'PAST')}>{when === 'PAST' ? 'Show courses to come' : 'Show past courses'}</LinkButton></p>
      <Await of={found} what="the courses">
        {({ courses }) => (
          <>
            <p className="govuk-body" role="status">{count(courses.length, 'course', 'courses')} {when === 'PAST' ? 'in the past two years' : 'to come'}.</p>
            {courses.length > 0 && <CourseTable courses={courses} />}
          </>
        )}
      </Await>
    </PageBody>
  );
}

type Course = CoursesQuery['courses'][number];

export function roomWords({ status, places, taken, waiting }: Pick<Course, 'status' | 'places' | 'taken' | 'waiting'>): string {
  if (status === 'CANCELLED') return 'cancelled';
  const waits = waiting === 0 ? '' : `, ${waiting} waiting`;
  return taken >= places ? `full: ${count(places, 'place', 'places')}${waits}` : `${places - taken} of ${places} free${waits}`;
}

function CourseTable({ courses }: { courses: readonly Course[] }) {
  return (
    <Table caption="Courses" captionHidden rows={courses} keyOf={({ reference }) => reference} columns={[
      { title: 'Course', names: true, cell: ({ reference, kind }) => <Link className="govuk-link" to={`/courses/${reference}`}>{courseKindWords(kind)} {reference}</Link> },
      { title: 'Days', cell: ({ days }) => listWords(days.map(dayWords)) },
      { title: 'Where', cell: ({ setting, venue }) => `${courseSettingWords(setting)}, ${venue?.name ?? 'not known'}` },
      { title: 'Planned by', cell: ({ agency, isOurs }) => <>{agency?.name ?? 'not known'} {isOurs && <Tag tone="blue">Yours</Tag>}</> },
      { title: 'Places', cell: roomWords },
    ]} />
  );
}
