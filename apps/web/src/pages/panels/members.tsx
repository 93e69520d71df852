import type { MemberRole } from '@hub/domain/panels/quorum';
import { Link, useNavigate, useParams } from 'react-router';
import { useData, useOnce, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { Await, AwaitPart, ProblemPage } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { Checkboxes, Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { SelectField, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { AddPanelMemberDocument, ChangePanelMemberDocument, PanelMemberFormDocument, PanelMembersDocument, type AgencyNamesQuery, type PanelMembersQuery } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';
import { MEMBER_ROLE_OPTIONS, memberRoleWords } from '../../words/panels';
import { listWords } from '../../words/plain';

type Member = PanelMembersQuery['panelMembers'][number];

/** The central list of the region. */
export default function PanelMembers() {
  const may = useMay();
  const found = useData(PanelMembersDocument, {});
  return (
    <PageBody back={{ to: '/panels', label: 'Panels' }}>
      <DoneBanner />
      <Heading title="Who sits at panels" />
      <p className="govuk-body">The central list of the region. Business needs the chair or a vice chair, a social worker with three years’ experience and three others, four at a joint panel; one of them is independent of the agency (Adoption Agencies Regulations 2005, regulation 6). Nobody who sat at a panel decides on what it heard.</p>
      {may('panels.plan') && <ButtonLink to="/panels/members/new">Add somebody</ButtonLink>}
      <AwaitPart of={found} what="the central list">{({ panelMembers }) => <Members members={panelMembers} mayChange={may('panels.plan')} />}</AwaitPart>
    </PageBody>
  );
}

function Members({ members, mayChange }: { members: readonly Member[]; mayChange: boolean }) {
  if (members.length === 0) return <p className="govuk-body">Nobody is on the list yet.</p>;
  return (
    <Table caption="Central list" captionHidden rows={members} keyOf={({ reference }) => reference} columns={[
      { title: 'Name', names: true, cell: ({ displayName, hasAccount }) => <>{displayName}{hasAccount && <span className="hub-table__under">Has an account here</span>}</> },
      { title: 'As', cell: ({ role, isIndependent }) => `${memberRoleWords(role)}${isIndependent && role !== 'INDEPENDENT' ? ', independent' : ''}` },
      { title: 'Sits for', cell: ({ sitsFor }) => listWords(sitsFor.map(({ name }) => name)) },
      { title: 'Term', cell: ({ startsOn, endsOn }) => (endsOn ? `${dayWords(startsOn)} until ${dayWords(endsOn)}` : `Since ${dayWords(startsOn)}`) },
      ...(mayChange ? [{ title: 'Change', cell: ({ reference, displayName, isOwn }: Member) => (isOwn ? <Link className="govuk-link" to={`/panels/members/${reference}`}>Change<span className="govuk-visually-hidden"> {displayName}</span></Link> : '') }] : []),
    ]} />
  );
}

export function PanelMemberForm() {
  const { member: wanted } = useParams();
  const found = useData(PanelMemberFormDocument, {});
  return (
    <Await of={found} what="the central list">
      {({ panelMembers, agencies }) => {
        const member = panelMembers.find(({ reference }) => reference === wanted);
        if (wanted !== undefined && !member) return <ProblemPage problem={problemFor('NOT_FOUND')} />;
        return <MemberFields agencies={agencies} member={member} onReload={() => void found.refresh()} />;
      }}
    </Await>
  );
}

function MemberFields({ agencies, member, onReload }: { agencies: AgencyNamesQuery['agencies']; member?: Member; onReload: () => void }) {
  const navigate = useNavigate();
  const viewer = useViewer();
  const [add] = useOnce(AddPanelMemberDocument);
  const [change] = useOnce(ChangePanelMemberDocument);
  const send = async (answers: FormReader): Promise<Outcome<unknown> | null> => {
    const role = answers.mustText('role', 'Choose as what') as MemberRole;
    const sitsFor = answers.all('sitsFor');
    if (sitsFor.length === 0) answers.fault('sitsFor', 'Choose at least one agency');
    const entry = { displayName: answers.mustText('displayName', 'Enter the name'), role, isIndependent: answers.yesNo('isIndependent') === true, sitsFor, endsOn: answers.date('endsOn', 'The end of the term') };
    const startsOn = member ? member.startsOn : answers.mustDate('startsOn', 'The day the term begins');
    if (answers.failed) return null;
    const outcome = member ? await change({ ...entry, member: member.reference, version: member.version }) : await add({ ...entry, startsOn, email: answers.text('email') });
    if (outcome.ok) void navigate('/panels/members', { state: { done: member ? 'The entry is changed.' : 'The person is on the central list.' } });
    return outcome;
  };
  const choices = agencies.filter(({ kind }) => kind === 'COUNCIL' || kind === 'VOLUNTARY');
  return (
    <PageBody narrow back={{ to: '/panels/members', label: 'Who sits at panels' }}>
      <Heading title={member ? 'Change an entry' : 'Add somebody to the central list'} />
      <Form submit={member ? 'Save the changes' : 'Add this person'} onSubmit={send} onReload={onReload}>
        <TextField name="displayName" label="Name" value={member?.displayName} />
        <SelectField name="role" label="As what?" options={[{ value: '', label: 'Choose' }, ...MEMBER_ROLE_OPTIONS]} value={member?.role} />
        <Radios name="isIndependent" label="Independent of the agency?" hint="The chair and an independent member are." options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} value={member ? (member.isIndependent ? 'yes' : 'no') : 'no'} small inline />
        <Checkboxes name="sitsFor" label="Sits at panels of" options={choices.map(({ code, name }) => ({ value: code, label: name }))} values={member ? member.sitsFor.map(({ code }) => code) : [viewer.agency.code]} small />
        {!member && <DateField name="startsOn" label="Term begins" value={todayInLondon()} />}
        <DateField name="endsOn" label="Term ends (optional)" hint="The first day on which they do not sit any more." value={member?.endsOn} />
        {!member && <TextField name="email" type="email" label="E-mail address of their account (optional)" hint="If they use this hub. Then they never decide on what they heard." />}
      </Form>
    </PageBody>
  );
}
