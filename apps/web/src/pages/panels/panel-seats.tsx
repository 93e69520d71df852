import { useChange, useData, useOnce, type Done } from '../../app/data';
import { AwaitPart } from '../../components/await';
import { LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { Table } from '../../components/table';
import { ExpectPanelMemberDocument, PanelMembersDocument, RecordPanelAttendanceDocument, TakeOffPanelMemberDocument, type PanelAttendance, type PanelMembersQuery } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { memberRoleWords, panelAttendanceWords } from '../../words/panels';
import type { PanelOfPage } from './panel-of-page';

interface SeatsProps { readonly panel: PanelOfPage; readonly onDone: Done }
type Seat = PanelOfPage['seats'][number];

/** Who sits at the panel, who came, and whether that is a quorum. */
export function PanelSeats({ panel, onDone }: SeatsProps) {
  const { seats, quorum, mayPlan, mayRecord, status, meetsOn } = panel;
  const hasMet = meetsOn <= todayInLondon();
  const acts = status === 'PLANNED' && (mayPlan || (mayRecord && hasMet));
  return (
    <section>
      <h2 className="govuk-heading-m">Members</h2>
      {hasMet && <p className="govuk-body">{quorum.isMet ? `There is a quorum: ${quorum.present} members.` : `There is no quorum. Missing: ${quorum.missing.join('; ')}.`}</p>}
      {seats.length > 0 ? (
        <Table caption="Members of the panel" captionHidden rows={seats} keyOf={({ member }) => member} columns={[
          { title: 'Name', names: true, cell: ({ displayName, isYou }) => <>{displayName}{isYou && ' (you)'}</> },
          { title: 'As', cell: ({ role, isIndependent }) => `${memberRoleWords(role)}${isIndependent && role !== 'INDEPENDENT' ? ', independent' : ''}` },
          { title: 'Attendance', cell: ({ attendance }) => panelAttendanceWords(attendance) },
          ...(acts ? [{ title: 'Change', cell: (seat: Seat) => <SeatActs panel={panel} seat={seat} hasMet={hasMet} onDone={onDone} /> }] : []),
        ]} />
      ) : <p className="govuk-body">Nobody is named yet.</p>}
      {mayPlan && status === 'PLANNED' && <Expect panel={panel} onDone={onDone} />}
    </section>
  );
}

function SeatActs({ panel: { reference, mayPlan, mayRecord, places }, seat: { member, displayName, attendance }, hasMet, onDone }: SeatsProps & { seat: Seat; hasMet: boolean }) {
  const [attend] = useChange(RecordPanelAttendanceDocument);
  const [takeOff] = useChange(TakeOffPanelMemberDocument);
  const input = { panel: reference, member };
  const record = async (now: PanelAttendance) => onDone(await attend({ input: { ...input, attendance: now, idempotencyKey: crypto.randomUUID() } }), `${displayName}: ${panelAttendanceWords(now).toLowerCase()}.`);
  const remove = async () => onDone(await takeOff({ input: { ...input, idempotencyKey: crypto.randomUUID() } }), `${displayName} is taken off.`);
  // Whoever was there when something was heard stays in the record.
  const isKept = attendance === 'PRESENT' && places.some(({ status }) => status === 'HEARD');
  const named = <span className="govuk-visually-hidden"> {displayName}</span>;
  return (
    <span className="hub-acts">
      {mayRecord && hasMet && attendance !== 'PRESENT' && <><LinkButton onClick={() => void record('PRESENT')}>Was there{named}</LinkButton>{' '}</>}
      {mayRecord && hasMet && attendance !== 'ABSENT' && !isKept && <><LinkButton onClick={() => void record('ABSENT')}>Did not come{named}</LinkButton>{' '}</>}
      {mayPlan && attendance === 'EXPECTED' && <LinkButton onClick={() => void remove()}>Take off{named}</LinkButton>}
    </span>
  );
}

function Expect({ panel, onDone }: SeatsProps) {
  const members = useData(PanelMembersDocument, {});
  const [expect] = useOnce(ExpectPanelMemberDocument);
  const send = async (answers: FormReader) => {
    const member = answers.mustText('member', 'Choose who sits there');
    if (answers.failed) return null;
    const outcome = await expect({ panel: panel.reference, member });
    if (outcome.ok) onDone(outcome, 'The member is expected.');
    return outcome;
  };
  return (
    <Details summary="Name a member" open={panel.seats.length === 0}>
      <AwaitPart of={members} what="the central list">
        {({ panelMembers }) => (
          <Form submit="Expect this member" onSubmit={send} clears>
            <SelectField name="member" label="Who of the central list?" options={[{ value: '', label: 'Choose somebody' }, ...available(panelMembers, panel).map(({ reference, displayName, role }) => ({ value: reference, label: `${displayName}, ${memberRoleWords(role)}` }))]} />
          </Form>
        )}
      </AwaitPart>
    </Details>
  );
}

/** Whose term covers the day, who sits for an agency of the panel and is not named yet. */
function available(members: PanelMembersQuery['panelMembers'], { agency, parts, seats, meetsOn }: PanelOfPage) {
  const codes = [agency.code, ...parts.map(({ code }) => code)];
  return members.filter(({ reference, sitsFor, startsOn, endsOn }) =>
    sitsFor.some(({ code }) => codes.includes(code)) && !seats.some(({ member }) => member === reference) && startsOn <= meetsOn && (endsOn === null || endsOn > meetsOn));
}
