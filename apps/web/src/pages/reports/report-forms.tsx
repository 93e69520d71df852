import { REPORT_SECTIONS, type ReportSection } from '@hub/domain/performance/executive-report';
import { penceFrom } from '@hub/domain/fees/money';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useData, useOnce, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { DateField } from '../../components/date-field';
import { SelectField, TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AddReportActionDocument, ExecutiveReportPageDocument, FinishReportActionDocument, SetReportMoneyDocument, WriteReportSectionDocument, type ReportPartsFragment } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';
import { poundsWords } from '../../words/fees';
import { optionsOf } from '../../words/plain';

interface Part {
  readonly report: ReportPartsFragment;
  readonly done: (outcome: Outcome<unknown>, words: string) => Outcome<unknown>;
  readonly reload: () => void;
}

/** A form about a report that is no draft any more, or that the reader may not write, is not there. */
function OfReport({ children }: { children: (part: Part) => ReactNode }) {
  const { from = '' } = useParams();
  const found = useData(ExecutiveReportPageDocument, { from });
  const navigate = useNavigate();
  const back = `/performance/reports/${from}`;
  const done = (outcome: Outcome<unknown>, words: string) => { if (outcome.ok) void navigate(back, { state: { done: words } }); return outcome; };
  return (
    <Await of={found} what="the report">
      {({ executiveReport: report }) => (report.mayWrite
        ? <PageBody narrow back={{ to: back, label: `Report, ${dayWords(report.from)} to ${dayWords(report.to)}` }}>{children({ report, done, reload: () => void found.refresh() })}</PageBody>
        : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

export const WriteSection = () => <OfReport>{(part) => <WriteForm {...part} />}</OfReport>;
export const EnterMoney = () => <OfReport>{(part) => <MoneyForm {...part} />}</OfReport>;
export const AddAction = () => <OfReport>{(part) => <ActionForm {...part} />}</OfReport>;
export const ActionDone = () => <OfReport>{(part) => <DoneForm {...part} />}</OfReport>;

function WriteForm({ report, done, reload }: Part) {
  const { section: code = '' } = useParams();
  const section = report.sections.find((one) => one.code === code);
  const [write] = useOnce(WriteReportSectionDocument);
  // As it stood when the form was opened: what the person writes upon.
  const [version] = useState(section?.version ?? 0);
  if (!section) return <Heading title="There is no such section" />;
  const send = async (answers: FormReader) => {
    const words = answers.mustText('words', 'Write something');
    return answers.failed ? null : done(await write({ from: report.from, section: code, version, words }), 'Your words are kept.');
  };
  return (
    <>
      <Heading title={section.title} />
      {section.version !== version && section.words && <section><h2 className="govuk-heading-s">What {section.writtenBy ?? 'somebody'} wrote meanwhile</h2><p className="govuk-inset-text hub-about">{section.words}</p></section>}
      <Form submit="Keep these words" onSubmit={send} onReload={reload}>
        <TextArea name="words" label="What is to be said about these figures?" hint="What they mean, why they are so, and what is done about it. The executive reads it: name no child and no family." rows={12} value={section.words} />
      </Form>
    </>
  );
}

function MoneyForm({ report, done, reload }: Part) {
  const [set] = useOnce(SetReportMoneyDocument);
  const [version] = useState(report.version);
  const read = (answers: FormReader, name: string): number | null => {
    const typed = answers.text(name);
    const sum = typed === null ? null : penceFrom(typed);
    if (typed !== null && sum === null) answers.fault(name, 'Enter a sum in pounds, such as 250,000');
    return sum;
  };
  const send = async (answers: FormReader) => {
    const [budget, spent] = [read(answers, 'budget'), read(answers, 'spent')];
    return answers.failed ? null : done(await set({ from: report.from, version, budget, spent }), 'Budget and spend are kept.');
  };
  const typed = (sum: number | null | undefined) => (sum == null ? null : poundsWords(sum).slice(1));
  return (
    <>
      <Heading title="Budget and spend" />
      <Form submit="Keep these sums" onSubmit={send} onReload={reload}>
        <TextField name="budget" label="Budget of the half-year" hint="In pounds. Empty where it is not known." value={typed(report.budget)} width="medium" />
        <TextField name="spent" label="Spent in the half-year" hint="In pounds. Empty where it is not known." value={typed(report.spent)} width="medium" />
      </Form>
    </>
  );
}

function ActionForm({ report, done }: Part) {
  const [add] = useOnce(AddReportActionDocument);
  const send = async (answers: FormReader) => {
    const input = {
      from: report.from, words: answers.mustText('words', 'Say what is to be done'), section: answers.mustText('section', 'Choose what it is about'), owner: answers.mustText('owner', 'Choose who does it'),
      dueOn: answers.mustDate('dueOn', 'The day until which it is done'), reviewOn: answers.mustDate('reviewOn', 'The day on which it is reviewed'),
    };
    return answers.failed ? null : done(await add(input), 'The action is added.');
  };
  return (
    <>
      <Heading title="Add an improvement action" />
      <Form submit="Add this action" onSubmit={send}>
        <TextArea name="words" label="What is to be done?" hint="Name no child and no family." rows={3} />
        <SelectField name="section" label="What is it about?" options={optionsOf(REPORT_SECTIONS as Readonly<Record<ReportSection, string>>)} />
        <SelectField name="owner" label="Who does it?" options={[{ value: '', label: 'Choose somebody' }, ...report.colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))]} />
        <DateField name="dueOn" label="Until when?" />
        <DateField name="reviewOn" label="When is it reviewed?" />
      </Form>
    </>
  );
}

function DoneForm({ report, done, reload }: Part) {
  const { action: id = '' } = useParams();
  const action = report.actions.find((one) => one.id === id);
  const [finish] = useOnce(FinishReportActionDocument);
  const [version] = useState(action?.version ?? 0);
  if (!action) return <Heading title="There is no such action" />;
  const send = async (answers: FormReader) => {
    const doneOn = answers.mustDate('doneOn', 'The day on which it was done');
    return answers.failed ? null : done(await finish({ from: report.from, action: id, version, doneOn }), 'It is recorded.');
  };
  return (
    <>
      <Heading title="An action is done" />
      <p className="govuk-body">{action.words}</p>
      <Form submit="Record that it is done" onSubmit={send} onReload={reload}><DateField name="doneOn" label="When was it done?" value={todayInLondon()} /></Form>
    </>
  );
}
