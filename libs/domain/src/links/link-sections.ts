import type { NeedLevel } from '../children/unit-card';
import { dayWords, instantWords } from '../dates/words';
import type { IsoDate } from '../dates/iso-date';
import { levelRows, type ProfileSection } from '../disclosure/profile-sections';
import { householdRows, unitRows, type ShownRow } from '../disclosure/shown-rows';
import type { Side } from './states';
import { agreementWords, linkStateWords, seesWords, sideWords, turnWords } from './words';

interface Party {
  readonly side: string;
  readonly isOwn: boolean;
  readonly agency: { readonly name: string } | null;
  readonly worker: { readonly displayName: string } | null;
  readonly agreement: string;
}

export interface LinkContent {
  readonly reference: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly since: Date;
  readonly panelOn: IsoDate | null;
  readonly exitReason: string | null;
  readonly unitReference: string;
  readonly householdReference: string;
  readonly unit: (Parameters<typeof unitRows>[0] & { readonly needs: readonly NeedLevel[] }) | null;
  readonly household: (Parameters<typeof householdRows>[0] & { readonly offers: readonly NeedLevel[] }) | null;
  readonly parties: readonly Party[];
  readonly turns: readonly { readonly side: string; readonly awaited: string }[];
  readonly history: readonly { readonly event: string; readonly label: string; readonly side: Side | null; readonly onDate: IsoDate; readonly at: Date; readonly person: { readonly displayName: string } | null }[];
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a link's page says of where it stands, of both sides' cards and of what happened; neither messages nor anybody's free words. */
export function linkSections(link: LinkContent): ProfileSection[] {
  return [
    { heading: 'Where it stands', text: seesWords(link), rows: standingRows(link) },
    ...link.parties.flatMap((party) => sideSections(link, party)),
    { heading: 'History', text: null, rows: link.history.map(historyRow) },
  ];
}

function standingRows({ state, isOpen, since, panelOn, exitReason, turns, parties }: LinkContent): ShownRow[] {
  return [
    { label: 'Stands at', value: linkStateWords(state) },
    { label: 'Who acts next', value: upper(turnWords({ turns, parties })) },
    { label: isOpen ? 'Since' : 'Ended', value: instantWords(since) },
    ...(panelOn ? [{ label: 'Panel', value: dayWords(panelOn) }] : []),
    ...(exitReason ? [{ label: 'Why your agency ended it', value: exitReason }] : []),
  ];
}

function sideSections({ unit, household, unitReference, householdReference }: LinkContent, { side, isOwn, agency, worker, agreement }: Party): ProfileSection[] {
  const [heading, card] = side === 'CHILD'
    ? [`The child’s side: ${unitReference}`, unit && [...unitRows(unit), ...levelRows(unit.needs)]] as const
    : [`The adopters’ side: ${householdReference}`, household && [...householdRows(household), ...levelRows(household.offers)]] as const;
  return [{
    heading, text: card ? null : 'The card is not shown to you now.',
    rows: [
      { label: 'Agency', value: agency ? `${agency.name}${isOwn ? ' (yours)' : ''}` : 'Named once it has answered' },
      { label: 'Worker', value: worker?.displayName ?? 'Nobody yet' },
      { label: 'Agreement to explore', value: upper(agreementWords(agreement)) },
      ...(card ?? []),
    ],
  }];
}

const historyRow = ({ event, label, side, onDate, at, person }: LinkContent['history'][number]): ShownRow => ({
  label: dayWords(onDate),
  value: `${label}${side && event !== 'EXPLORING_BEGUN' ? `, by ${sideWords(side)}` : ''}${person ? ` (${person.displayName})` : ''}. Recorded ${instantWords(at)}.`,
});
