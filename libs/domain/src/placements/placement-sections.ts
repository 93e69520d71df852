import { dayWords, instantWords } from '../dates/words';
import type { IsoDate } from '../dates/iso-date';
import type { ProfileSection } from '../disclosure/profile-sections';
import { sideWords } from '../links/words';
import type { PlacedChildState, PlacementState } from './states';
import { placedChildWords, placementStateWords } from './words';

export interface PlacementContent {
  readonly state: PlacementState;
  readonly unitReference: string;
  readonly householdReference: string;
  readonly adopterNames: readonly string[];
  readonly decidedOn: IsoDate;
  readonly planAgreedOn: IsoDate | null;
  readonly introductionsOn: IsoDate | null;
  readonly parties: readonly { readonly side: string; readonly isOwn: boolean; readonly agency: { readonly name: string } | null; readonly worker: { readonly displayName: string } | null }[];
  readonly children: readonly { readonly number: number; readonly firstName: string | null; readonly state: PlacedChildState; readonly placedOn: IsoDate | null; readonly mayApplyFrom: IsoDate | null; readonly aoAppliedOn: IsoDate | null;
    readonly adoptedOn: IsoDate | null; readonly disruptedOn: IsoDate | null }[];
  readonly due: readonly { readonly child: number; readonly label: string; readonly dueOn: IsoDate | null; readonly isOverdue: boolean }[];
  readonly history: readonly { readonly label: string; readonly detail: string | null; readonly side: string; readonly child: number | null; readonly onDate: IsoDate; readonly at: Date; readonly person: { readonly displayName: string } | null }[];
}

const day = (date: IsoDate | null): string => (date === null ? 'not yet' : dayWords(date));

/** What a placement's page says, but for nobody's free words. */
export function placementSections(placement: PlacementContent): ProfileSection[] {
  const { state, unitReference, householdReference, adopterNames, decidedOn, planAgreedOn, introductionsOn, parties, children, due, history } = placement;
  const nameOf = (number: number): string => children.find((child) => child.number === number)?.firstName ?? `Child ${number}`;
  const of = (number: number | null): string => (number === null || children.length === 1 ? '' : `, ${nameOf(number)}`);
  return [
    {
      heading: 'Where it stands', text: null,
      rows: [
        { label: 'Stands at', value: placementStateWords(state) }, { label: 'Child or group', value: unitReference }, { label: 'Family', value: adopterNames.length > 0 ? `${householdReference}: ${adopterNames.join(' and ')}` : householdReference }, { label: 'Match approved', value: dayWords(decidedOn) },
        { label: 'Plan agreed', value: day(planAgreedOn) }, { label: 'Introductions from', value: day(introductionsOn) },
        ...parties.map(({ side, isOwn, agency, worker }) => ({ label: `For ${sideWords(side)}`, value: `${agency?.name ?? 'Not named'}${isOwn ? ' (yours)' : ''}: ${worker?.displayName ?? 'nobody yet'}` })),
      ],
    },
    ...children.map((child) => ({
      heading: nameOf(child.number), text: null,
      rows: [
        { label: 'Stands at', value: placedChildWords(child.state) }, { label: 'Placed', value: day(child.placedOn) }, { label: 'The order may be applied for from', value: day(child.mayApplyFrom) },
        { label: 'Applied for', value: day(child.aoAppliedOn) }, ...(child.adoptedOn ? [{ label: 'Adoption order', value: dayWords(child.adoptedOn) }] : []), ...(child.disruptedOn ? [{ label: 'Disrupted', value: dayWords(child.disruptedOn) }] : []),
      ],
    })),
    { heading: 'What is due', text: due.length === 0 ? 'Nothing.' : null, rows: due.map(({ label, child, dueOn, isOverdue }) => ({ label: `${label}${of(child)}`, value: `${dueOn === null ? 'no day' : dayWords(dueOn)}${isOverdue ? ', overdue' : ''}` })) },
    {
      heading: 'History', text: null,
      rows: history.map(({ label, detail, side, child, onDate, at, person }) => ({ label: dayWords(onDate), value: `${label}${detail ? `: ${detail}` : ''}${of(child)}, by ${sideWords(side)}${person ? ` (${person.displayName})` : ''}. Recorded ${instantWords(at)}.` })),
    },
  ];
}
