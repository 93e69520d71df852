import { useCallback } from 'react';
import { DateField } from '../../components/date-field';
import { SelectField, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import type { LogSearchInput } from '../../gql/graphql';
import { PURPOSE_OPTIONS } from '../../words/audit';

interface SearchProps {
  readonly filter: LogSearchInput;
  readonly onSearch: (filter: LogSearchInput) => void;
  /** The log of all records is searched by reference too; changes have no purpose. */
  readonly withReference?: boolean;
  readonly withPurpose?: boolean;
}

/** The search over a log. What is typed goes into no address. */
export function LogSearch({ filter, onSearch, withReference = false, withPurpose = true }: SearchProps) {
  const send = useCallback(async (answers: FormReader) => {
    const found: LogSearchInput = {
      person: answers.text('person'), agency: answers.text('agency')?.toUpperCase() ?? null,
      from: answers.date('from', 'The first day'), until: answers.date('until', 'The last day'),
      ...(withPurpose && { purpose: answers.text('purpose') }), ...(withReference && { reference: answers.text('reference')?.toUpperCase() ?? null }),
    };
    if (!answers.failed) onSearch(found);
    return null;
  }, [onSearch, withPurpose, withReference]);
  return (
    <section className="hub-box hub-log-search" aria-label="Search the log">
      <Form submit="Search" onSubmit={send}>
        <TextField name="person" label="Person" hint="A part of the name" value={filter.person} width="medium" />
        <TextField name="agency" label="Agency" hint="Its code, such as ALD" value={filter.agency} width="medium" />
        {withReference && <TextField name="reference" label="Record" hint="The reference of a child, group or family" value={filter.reference} width="medium" />}
        {withPurpose && <SelectField name="purpose" label="Purpose" options={PURPOSE_OPTIONS} value={filter.purpose} />}
        <DateField name="from" label="First day" value={filter.from} />
        <DateField name="until" label="Last day" value={filter.until} />
      </Form>
    </section>
  );
}
