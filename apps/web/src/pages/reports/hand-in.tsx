import { financialYearWords, quarterOf, type Quarter } from '@hub/domain/dates/financial-year';
import { isoDate } from '@hub/domain/dates/iso-date';
import { RETURN_PURPOSES, returnPeriod, type ReturnPurpose } from '@hub/domain/performance/quarterly-return';
import { useState } from 'react';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Download } from '../../components/download';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { dayWords, todayInLondon } from '../../words/dates';
import { optionsOf, upperFirst } from '../../words/plain';

const QUARTERS = [{ value: '1', label: 'To 30 June' }, { value: '2', label: 'To 30 September' }, { value: '3', label: 'To 31 December' }, { value: '4', label: 'To 31 March' }];
const YEARS_BACK = 5;
const PURPOSES = optionsOf(Object.fromEntries(Object.entries(RETURN_PURPOSES).map(([code, words]) => [code, upperFirst(words)])));

/** Returns and sheets that leave the hub. */
export default function HandInPage() {
  const may = useMay();
  return (
    <PageBody>
      <Heading title="Returns to hand in" />
      {may('reports.exportReturn') && <Quarterly />}
      <section>
        <h2 className="govuk-heading-m">Scorecard sheet</h2>
        <p className="govuk-body">The scorecard’s indicators over three years to each of the last three ends of March, with numerator, denominator and the threshold of that year. Your agency in full; others and the region as far as nobody can be told from them.</p>
        {may('performance.export') && <Download label="Download the scorecard sheet (XLSX)" path="/report-files/returns/scorecard.xlsx" />}
      </section>
    </PageBody>
  );
}

function Quarterly() {
  const now = quarterOf(isoDate(todayInLondon()));
  const [asked, setAsked] = useState<(Quarter & { readonly purpose: ReturnPurpose }) | null>(null);
  const years = Array.from({ length: YEARS_BACK }, (_, back) => ({ value: String(now.year - back), label: financialYearWords(now.year - back) }));
  const choose = async (answers: FormReader) => {
    const purpose = answers.mustText('purpose', 'Choose what it is for');
    if (answers.failed) return null;
    setAsked({ year: Number(answers.text('year')), quarter: Number(answers.text('quarter')) as Quarter['quarter'], purpose: purpose as ReturnPurpose });
    return null;
  };
  const period = asked && returnPeriod(asked);
  return (
    <section>
      <h2 className="govuk-heading-m">Quarterly return</h2>
      <p className="govuk-body">A row for each child with a decision and for each family, without names and dates of birth, from 1 April to the end of the quarter. After an adoption order the row does not say which record it was. Child-level data is never sent by e-mail.</p>
      <Form submit="Make the files" onSubmit={choose}>
        <SelectField name="year" label="Financial year" options={years} value={String(now.year)} />
        <SelectField name="quarter" label="Quarter" options={QUARTERS} value={String(now.quarter)} />
        <SelectField name="purpose" label="What is it for?" hint="It is kept in the file and in the access log" options={[{ value: '', label: 'Choose' }, ...PURPOSES]} />
      </Form>
      {asked && period && (
        <>
          <p className="govuk-body" role="status">{dayWords(period.from)} to {dayWords(period.to)}, for {RETURN_PURPOSES[asked.purpose]}.</p>
          <Download label="Download children (CSV)" path="/report-files/returns/children.csv" body={asked} />
          <Download label="Download adopters (CSV)" path="/report-files/returns/adopters.csv" body={asked} />
        </>
      )}
    </section>
  );
}
