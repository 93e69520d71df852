import { Link } from 'react-router';
import { useChange, useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { PublicationsPageDocument, PublishPerformanceDocument } from '../../gql/graphql';
import { dayWords } from '../../words/dates';

/** Reckonings that are kept for ever under a name; each opens as it was. */
export default function PublicationsPage() {
  const may = useMay();
  const found = useData(PublicationsPageDocument, {});
  const [said, changed] = useSaid(found.refresh);
  return (
    <Await of={found} what="the publications">
      {({ performanceEditions }) => {
        const published = performanceEditions.filter(({ name }) => name);
        const newest = performanceEditions.find(({ isCurrent }) => isCurrent);
        return (
          <PageBody back={{ to: '/performance', label: 'Performance' }}>
            {said && <Success key={said}>{said}</Success>}
            <Heading title="Publications" />
            <p className="govuk-body">Late entries change history, so figures that were published are kept as they were, with the day up to which everything was known.</p>
            {published.length === 0 ? <p className="govuk-body">Nothing has been published yet.</p> : (
              <Table caption="Publications" rows={published} keyOf={({ reference }) => reference} columns={[
                { title: 'Name', names: true, cell: ({ reference, name }) => <Link className="govuk-link" to={`/performance/publications/${reference}`}>{name}</Link> },
                { title: 'Known on', cell: ({ dataDate }) => dayWords(dataDate) },
                { title: 'Months', cell: ({ firstMonth, lastMonth }) => `${firstMonth.slice(0, 7)} to ${lastMonth.slice(0, 7)}` },
                { title: 'Reference', cell: ({ reference }) => reference },
              ]} />
            )}
            {may('performance.publish') && newest && !newest.name && <Publish dataDate={newest.dataDate} onDone={changed} />}
          </PageBody>
        );
      }}
    </Await>
  );
}

function Publish({ dataDate, onDone }: { dataDate: string; onDone: (words: string) => void }) {
  const [publish] = useChange(PublishPerformanceDocument);
  const send = async (answers: FormReader) => {
    const name = answers.mustText('name', 'Enter a name');
    if (answers.failed) return null;
    const outcome = await publish({ name });
    if (outcome.ok) onDone(`${name} is published and kept.`);
    return outcome;
  };
  return (
    <section className="hub-narrow">
      <h2 className="govuk-heading-m">Publish the newest reckoning</h2>
      <p className="govuk-body">What was known on {dayWords(dataDate)} is kept under this name. It cannot be changed or taken back.</p>
      <Form submit="Publish" onSubmit={send}>
        <TextField name="name" label="Name" hint="Such as Annual report 2025 to 2026. Everybody in the region may read it." />
      </Form>
    </section>
  );
}
