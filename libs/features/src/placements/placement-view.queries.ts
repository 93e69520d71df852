import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import type { JourneyEvent } from '@hub/domain/children/journey';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { sidesOf } from '@hub/domain/links/sides';
import { SIDES, type Side } from '@hub/domain/links/states';
import { codeWords, isCoded, STEP_CODES } from '@hub/domain/placements/codes';
import { asItStands, canBeCorrected, canBeStruckOut, CORRECTION_EVENTS, isCorrection, needsApproval, openRequest } from '@hub/domain/placements/corrections';
import { courseOf, dueOf, type Done, type Due } from '@hub/domain/placements/course';
import { childrenFor, PLACEMENT_EVENTS, placementStepsFrom, type PlacementEvent } from '@hub/domain/placements/events';
import { mayApplyFrom } from '@hub/domain/placements/may-apply';
import type { Home, PlacedChildState, PlacementState } from '@hub/domain/placements/states';
import { awaitedWords } from '@hub/domain/placements/words';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';
import { adoptersOf } from './placement-adopters.queries';
import { deedsOf, historyOf, type Deed, type PlacementDeed } from './placement-history.queries';
import { childrenOf, type PlacedChildRow, type PlacementRow } from './placements.queries';

/** One side of a placement. */
export interface PlacementParty {
  readonly side: Side;
  readonly isOwn: boolean;
  readonly agency: AgencySummary | null;
  readonly worker: Person | null;
}

/** Stage S4: what both agencies call the child by, and the child's own dates. */
export interface PlacedChildView {
  readonly number: number;
  /** Null where it was not recorded when the match was approved, or was destroyed since. */
  readonly firstName: string | null;
  readonly state: PlacedChildState;
  readonly home: Home | null;
  readonly livesThereSince: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly mayApplyFrom: IsoDate | null;
  readonly aoAppliedOn: IsoDate | null;
  readonly adoptedOn: IsoDate | null;
  readonly disruptedOn: IsoDate | null;
  readonly fellOn: IsoDate | null;
}

/** A placement in a list. */
export interface PlacementSummary {
  readonly reference: string;
  readonly state: PlacementState;
  readonly version: number;
  readonly isOpen: boolean;
  readonly unitReference: string;
  readonly householdReference: string;
  readonly decidedOn: IsoDate;
  readonly since: Date;
  readonly parties: readonly PlacementParty[];
  /** Stage S4: first names of the adopters, as the children's; none where none was recorded when the match was approved, or it was destroyed since. */
  readonly adopterNames: readonly string[];
  readonly children: readonly PlacedChildView[];
  /** What is awaited where no clock runs yet. */
  readonly awaited: string | null;
  /** What the rules ask for, the earliest first. */
  readonly due: readonly Due[];
}

export interface PlacementHistoryRow {
  /** Of the placement, with this row. */
  readonly version: number;
  readonly event: PlacementDeed;
  readonly label: string;
  readonly side: Side;
  readonly person: Person | null;
  readonly child: number | null;
  readonly code: string | null;
  /** The step's code, in words. */
  readonly detail: string | null;
  readonly words: string | null;
  readonly onDate: IsoDate;
  readonly at: Date;
  /** The version of the row that this one is about. */
  readonly corrects: number | null;
  /** It was put right, or struck out, since. */
  readonly isWrong: boolean;
  readonly mayCorrect: boolean;
  readonly mayStrikeOut: boolean;
  /** Its correction has to be approved by a second person. */
  readonly needsApproval: boolean;
  /** Of a correction that was asked for: whether it waits still, and may be answered by the viewer. */
  readonly isWaiting: boolean;
  readonly mayAnswer: boolean;
}

/** A step that the viewer can take now, for one side. */
export interface OpenPlacementStep {
  readonly event: PlacementEvent;
  readonly label: string;
  readonly side: Side;
  /** Numbers of the children who stand where it may be taken; empty of a step that is always for all. */
  readonly children: readonly number[];
  readonly codes: readonly { readonly code: string; readonly label: string }[];
  readonly needsWords: boolean;
}

export interface PlacementCourse {
  readonly child: number;
  readonly events: readonly JourneyEvent[];
}

export interface PlacementView extends PlacementSummary {
  readonly link: string;
  readonly planAgreedOn: IsoDate | null;
  readonly introductionsOn: IsoDate | null;
  readonly history: readonly PlacementHistoryRow[];
  readonly steps: readonly OpenPlacementStep[];
  readonly courses: readonly PlacementCourse[];
}

interface Loaded {
  readonly children: readonly PlacedChildRow[];
  readonly deeds: readonly Deed[];
}

const doneOf = ({ children, deeds }: Loaded): Done[] => {
  const numberOf = new Map(children.map(({ childId, number }) => [childId, number]));
  return asItStands(deeds).map(({ event, childId, code, onDate }) => ({ event, child: childId === null ? null : (numberOf.get(childId) ?? null), code, onDate }));
};

/** What stands around placements: their children, the agencies of their sides, and who acted. */
interface Around {
  readonly children: readonly PlacedChildRow[];
  readonly agencies: ReadonlyMap<string, AgencySummary>;
  readonly nameOf: PersonOf;
  readonly adopters: ReadonlyMap<string, readonly string[]>;
}

async function aroundOf(tx: Tx, vault: Vault, placements: readonly PlacementRow[]): Promise<Around> {
  const ids = placements.map(({ id }) => id);
  const agencies = await agenciesNamed(tx, placements.flatMap(({ childAgencyId, adoptersAgencyId }) => [childAgencyId, adoptersAgencyId]));
  return { children: await childrenOf(tx, ids), agencies, nameOf: await placementPeople(tx, ids), adopters: await adoptersOf(tx, vault, ids) };
}

interface Reader {
  readonly vault: Vault;
  readonly actor: Actor;
  readonly today: IsoDate;
}

/** A page of placements: five statements, however many. */
export async function placementSummaries(tx: Tx, reader: Reader, placements: readonly PlacementRow[]): Promise<PlacementSummary[]> {
  if (placements.length === 0) return [];
  const [around, deeds] = [await aroundOf(tx, reader.vault, placements), await deedsOf(tx, placements.map(({ id }) => id))];
  return placements.map((placement) => {
    const isOfIt = ({ placementId }: { readonly placementId: string }): boolean => placementId === placement.id;
    return summaryOf(reader, placement, { ...around, children: around.children.filter(isOfIt), deeds: deeds.filter(isOfIt) });
  });
}

function summaryOf({ vault, actor, today }: Reader, placement: PlacementRow, loaded: Around & Loaded): PlacementSummary {
  const { reference, state, version, unitReference, householdReference, decidedOn, since, endedAt } = placement;
  const party = (side: Side): PlacementParty => {
    const [agencyId, workerId] = side === 'CHILD' ? [placement.childAgencyId, placement.childWorkerId] : [placement.adoptersAgencyId, placement.adoptersWorkerId];
    return { side, isOwn: agencyId === actor.agencyId, agency: loaded.agencies.get(agencyId) ?? null, worker: loaded.nameOf(placement.id, workerId) };
  };
  const due = loaded.children.flatMap((child) => dueOf(child, doneOf(loaded), today)).sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1));
  return {
    reference, state, version, isOpen: endedAt === null, unitReference, householdReference, decidedOn, since, parties: SIDES.map(party), adopterNames: loaded.adopters.get(placement.id) ?? [],
    children: loaded.children.map((child) => childView(vault, child)), awaited: awaitedWords(state), due,
  };
}

function childView(vault: Vault, { id, agencyId, shareIds, wrapped_key, first_name, ...child }: PlacedChildRow): PlacedChildView {
  const { number, state, home, livesThereSince, placedOn, aoAppliedOn, adoptedOn, disruptedOn, fellOn } = child;
  const { first_name: firstName } = vault.openTexts({ agencyId, table: 'placement_child', rowId: id, shareIds }, { wrapped_key, first_name });
  return { number, firstName, state, home, livesThereSince, placedOn, mayApplyFrom: mayApplyFrom(child), aoAppliedOn, adoptedOn, disruptedOn, fellOn };
}

type PersonOf = (placementId: string, userId: string | null) => Person | null;

async function placementPeople(tx: Tx, ids: readonly string[]): Promise<PersonOf> {
  const found = await rows<Person & { placementId: string }>(tx, 'select placement_id as "placementId", user_id as id, display_name as "displayName" from hub.placement_people($1::uuid[])', [ids]);
  const byKey = new Map(found.map(({ placementId, id, displayName }) => [`${placementId} ${id}`, { id, displayName }]));
  return (placementId, userId) => (userId === null ? null : (byKey.get(`${placementId} ${userId}`) ?? null));
}

export async function placementView(tx: Tx, reader: Reader, placement: PlacementRow): Promise<PlacementView> {
  const history = await historyOf(tx, reader.vault, placement.id);
  const loaded = { ...await aroundOf(tx, reader.vault, [placement]), deeds: history };
  const done = doneOf(loaded);
  return {
    ...summaryOf(reader, placement, loaded), link: placement.link, planAgreedOn: placement.planAgreedOn, introductionsOn: placement.introductionsOn,
    history: history.map((deed) => historyRow(reader.actor, placement, deed, { ...loaded, deeds: history, person: loaded.nameOf(placement.id, deed.actorId) })),
    steps: sidesOf(reader.actor, placement).flatMap((side) => placementStepsFrom(placement.state, side, { ...placement, children: loaded.children.map(({ state }) => state) }).map((event) => openStep(event, side, loaded.children))),
    courses: loaded.children.map((child) => ({ child: child.number, events: courseOf(placement.decidedOn, child, done, reader.today) })),
  };
}

function historyRow(actor: Actor, placement: PlacementRow, deed: Deed & { readonly words: string | null }, { children, deeds, person }: Loaded & { readonly person: Person | null }): PlacementHistoryRow {
  const { version, event, side, childId, code, words, onDate, at, corrects } = deed;
  const about = corrects === null ? deed : (deeds.find((one) => one.version === corrects) ?? deed);
  const isWrong = corrects === null && deeds.some((one) => one.corrects === version && (one.event === 'CORRECTED' || one.event === 'STRUCK_OUT'));
  const isStruckOut = deeds.some((one) => one.corrects === version && one.event === 'STRUCK_OUT');
  const mayCorrect = corrects === null && !isStruckOut && canBeCorrected(event) && can(actor, 'placements.move') && sidesOf(actor, placement).includes(side) && openRequest(deeds, version) === undefined;
  const isWaiting = corrects !== null && openRequest(deeds, corrects)?.version === version;
  return {
    version, event, label: corrects === null ? deedWords(event) : `${deedWords(event)}: ${deedWords(about.event)}`, side, person, child: children.find((child) => child.childId === childId)?.number ?? null,
    code, detail: code === null ? null : (codeWords(about.event, code) ?? code), words, onDate, at, corrects, isWrong, mayCorrect, mayStrikeOut: mayCorrect && canBeStruckOut(event), needsApproval: needsApproval(event), isWaiting,
    mayAnswer: isWaiting && can(actor, 'placements.approve') && actor.agencyId === placement.childAgencyId && deed.actorId !== actor.userId,
  };
}

function deedWords(event: PlacementDeed): string {
  if (isCorrection(event)) return CORRECTION_EVENTS[event];
  if (event === 'OPENED') return 'Match approved';
  return event === 'HANDED_OVER' ? 'Handed over to a colleague' : PLACEMENT_EVENTS[event].label;
}

function openStep(event: PlacementEvent, side: Side, children: readonly PlacedChildRow[]): OpenPlacementStep {
  const step: { readonly label: string; readonly needsWords?: true } = PLACEMENT_EVENTS[event];
  const codes = isCoded(event) ? Object.entries(STEP_CODES[event]).map(([code, label]) => ({ code, label })) : [];
  return { event, side, label: step.label, children: childrenFor(event, children).map(({ number }) => number), codes, needsWords: step.needsWords ?? false };
}
