import { useChange, useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay, useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { LocalSearchPolicyDocument, SetLocalSearchPolicyDocument } from '../../gql/graphql';
import { dayWords, daysWords, todayInLondon } from '../../words/dates';

const alone = (days: number): string => (days === 0 ? 'shared at once' : daysWords(days));

export default function LocalSearchPolicy() {
  const found = useData(LocalSearchPolicyDocument, {});
  const may = useMay();
  const { agency } = useViewer();
  const [save] = useChange(SetLocalSearchPolicyDocument);
  const [said, say] = useSaid(found.refresh);
  const send = async (answers: FormReader) => {
    const startsOn = answers.mustDate('startsOn', 'The first day');
    const unitDays = answers.number('unitDays', 'Days for children', { min: 0, max: 90 });
    const householdDays = answers.number('householdDays', 'Days for families', { min: 0, max: 90 });
    if (unitDays === null) answers.fault('unitDays', 'Enter for how many days; 0 shares at once');
    if (householdDays === null) answers.fault('householdDays', 'Enter for how many days; 0 shares at once');
    if (answers.failed || unitDays === null || householdDays === null) return null;
    const outcome = await save({ input: { startsOn, unitDays, householdDays } });
    if (outcome.ok) say(`From ${dayWords(startsOn)} new records keep to this.`);
    return outcome;
  };
  return (
    <Await of={found} what="the policy">
      {({ localSearchPolicy: policies }) => (
        <PageBody narrow back={{ to: '/agencies', label: 'Agencies' }}>
          {said && <Success>{said}</Success>}
          <Heading title="How long your agency searches alone" />
          <p className="govuk-body">For so many days from the start of family finding a new child or group, and from its approval a new family, is seen by its own agency alone. Then the region sees it by itself. What began under another policy keeps to it.</p>
          {policies.length === 0 ? <p className="govuk-body">Nobody has set a policy: everything is shared at once.</p> : (
            <Table caption="Policies, the latest first" rows={policies} keyOf={({ startsOn, isRegional }) => `${startsOn} ${isRegional}`} columns={[
              { title: 'Of', names: true, cell: ({ isRegional }) => (isRegional ? 'The region, where an agency has none' : agency.name) },
              { title: 'From', cell: ({ startsOn }) => dayWords(startsOn) },
              { title: 'Children', cell: ({ unitDays }) => alone(unitDays) },
              { title: 'Families', cell: ({ householdDays }) => alone(householdDays) },
            ]} />
          )}
          {may('localSearchPolicy.set') && (
            <>
              <h2 className="govuk-heading-m">{agency.kind === 'HUB' ? 'Set the region’s default' : 'Set a policy'}</h2>
              <Form submit="Save" onSubmit={send}>
                <DateField name="startsOn" label="From which day?" value={todayInLondon()} />
                <TextField name="unitDays" label="Days for children and groups" hint="From 0 to 90. 0 shares at once" inputMode="numeric" width="short" />
                <TextField name="householdDays" label="Days for families" hint="From 0 to 90. 0 shares at once" inputMode="numeric" width="short" />
              </Form>
            </>
          )}
        </PageBody>
      )}
    </Await>
  );
}
