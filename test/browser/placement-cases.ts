import { NEED_KEYS } from '@hub/domain/children/words';
import { addDays } from '@hub/domain/dates/day-count';
import { ago, today } from '@hub/features/keys/spec-keys';
import { until, type PlacementDesks, type Who } from './placement-desks';

const UNTIL = addDays(today, 200);

async function release(desks: PlacementDesks, [asks, approves]: readonly [Who, Who], subjectType: string, subject: string): Promise<void> {
  const { id } = await desks.change<{ id: string }>(asks, 'requestRelease', { subjectType, subject, purpose: 'Family finding', about: 'Likes trains.' }, 'id');
  await desks.at[approves].query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id, until: UNTIL });
}

/** A child of the council who waits, the profile released; the unit's reference. */
export async function waitingChild(desks: PlacementDesks, firstName: string): Promise<string> {
  const { reference, record } = await desks.change<{ reference: string; record: { version: number } }>('finder', 'createChild', { facts: {
    externalId: firstName, firstName, lastName: 'Sparrow', dateOfBirth: ago(50), sex: 'F', enteredCareOn: ago(20), admDecidedOn: ago(14), placementOrderOn: ago(12), waitingSince: ago(14),
    needs: NEED_KEYS.map((key) => ({ key, level: key === 'attachment' ? 2 : 0 })),
  } }, 'reference record { version }');
  await desks.change('finder', 'changeFamilyFinding', { unit: reference, version: record.version, to: 'ACTIVE', onDate: ago(12) }, 'reference');
  await release(desks, ['finder', 'manager'], 'UNIT', reference);
  return reference;
}

/** An approved family of the voluntary agency that may be shown; its reference. */
export async function offeredFamily(desks: PlacementDesks, names: string): Promise<string> {
  const { reference } = await desks.change<{ reference: string }>('worker', 'createHousehold', { facts: {
    familyId: names, names, kind: 'SINGLE', approvedOn: ago(11), availability: 'AVAILABLE', shareConsent: true, shareConsentOn: ago(1), maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 96, sexPreference: 'any',
    offers: NEED_KEYS.map((key) => ({ key, level: 2 })),
  } }, 'reference');
  await release(desks, ['worker', 'lead'], 'HOUSEHOLD', reference);
  return reference;
}

/** A run over the region, done. */
export async function regionRun(desks: PlacementDesks, who: Who): Promise<string> {
  const { startMatchingRun: { reference } } = await desks.at[who].query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: REGION) { reference } }');
  await until(async () => (await desks.at[who].query<{ run: { status: string } }>('query ($reference: String!) { run(reference: $reference) { status } }', { reference })).run.status === 'DONE', 'The run');
  return reference;
}

/** A meeting that the hub called, with its agenda and its people, and that has begun. */
export async function meetingBegun(desks: PlacementDesks): Promise<string> {
  const { reference } = await desks.change('coordinator', 'scheduleMeeting', { title: 'Matching meeting', place: 'Room 4', startsAt: `${addDays(today, 30)}T09:30:00Z`, minutes: 60, minutesPerItem: 8, agencies: ['NMB', 'HWA'], maxLinks: 10, perUnit: 3, perHousehold: 3 });
  await desks.change('coordinator', 'proposeAgenda', { meeting: reference, version: 1 });
  await until(async () => (await desks.at.coordinator.query<{ meeting: { agenda: { status: string } } }>('query ($reference: String!) { meeting(reference: $reference) { agenda { status } } }', { reference })).meeting.agenda.status === 'READY', 'The agenda');
  for (const [who, role] of [['finder', 'FAMILY_FINDER'], ['worker', 'ADOPTERS_WORKER'], ['coordinator', 'CHAIR']] as const) {
    await desks.change(who, 'nameMeetingPerson', { meeting: reference, userId: desks.at[who].userId, role }, 'reference');
  }
  await desks.change('coordinator', 'moveMeetingOn', { meeting: reference, step: 'START' }, 'reference');
  return reference;
}

/** Steps of a link by whoever takes them, one after the other. */
export async function follow(desks: PlacementDesks, link: string, ...steps: readonly (readonly [Who, string])[]): Promise<void> {
  for (const [who, event] of steps) {
    const { link: { version } } = await desks.at[who].query<{ link: { version: number } }>('query ($link: String!) { link(reference: $link) { version } }', { link });
    await desks.change(who, 'takeLinkStep', { link, version, event }, 'state');
  }
}

/** What was granted to the other side waits for the second persons of both. */
export async function approveGrants(desks: PlacementDesks): Promise<void> {
  for (const who of ['manager', 'lead'] as const) {
    const { myWork } = await desks.at[who].query<{ myWork: { grantsToApprove: { id: string }[] } }>('{ myWork { grantsToApprove { id } } }');
    for (const { id } of myWork.grantsToApprove) await desks.at[who].query('mutation ($id: ID!, $until: LocalDate!) { approveGrant(id: $id, expiresOn: $until) { status } }', { id, until: addDays(today, 60) });
  }
}

/** A panel of the council some weeks ahead, with five people of its central list expected; its reference. */
export async function panelPlanned(desks: PlacementDesks): Promise<{ readonly panel: string; readonly members: readonly string[] }> {
  const { reference: panel } = await desks.change('adviser', 'planPanel', { meetsOn: addDays(today, 40), papersDueOn: addDays(today, 20), startsAt: '09:30', slotCount: 4, slotMinutes: 45, place: 'Town hall', parts: [] });
  const members: string[] = [];
  for (const [n, role] of ['CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'INDEPENDENT', 'OTHER'].entries()) {
    const { reference: member } = await desks.change<{ reference: string }>('adviser', 'addPanelMember', { displayName: `Member ${n}`, role, isIndependent: role === 'CHAIR' || role === 'INDEPENDENT', sitsFor: ['NMB'], startsOn: ago(20) }, 'reference');
    await desks.change('adviser', 'expectPanelMember', { panel, member }, 'reference');
    members.push(member);
  }
  return { panel, members };
}

/**
 * The panel that was booked is one of some months ago, and everybody came: no page plans a panel in the past, and what follows a match takes months.
 * Past what keeps a panel's day.
 */
export async function panelMet(desks: PlacementDesks, { panel, members }: { readonly panel: string; readonly members: readonly string[] }, on: string): Promise<void> {
  await desks.sql('begin');
  await desks.sql(`set local session_replication_role = 'replica'`);
  await desks.sql('update hub.panel set meets_on = $2::date, papers_due_on = $2::date - 14 where reference = $1', [panel, on]);
  await desks.sql('commit');
  for (const member of members) await desks.change('adviser', 'recordPanelAttendance', { panel, member, attendance: 'PRESENT' }, 'reference');
}

/** What the worker does by itself each night. */
export async function feesFallDue({ sql }: Pick<PlacementDesks, 'sql'>): Promise<void> {
  await sql(`insert into hub.outbox (name, queue, payload) values ('fees.fall-due', 'care', '{}')`);
  await until(async () => (await sql(`select 1 from hub.outbox where name = 'fees.fall-due'`)).length === 0, 'What falls due');
}
