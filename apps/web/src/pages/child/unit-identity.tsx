import { groupWords } from '@hub/domain/children/spoken-card';
import { ageInMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { IdentityBar } from '../../components/identity-bar';
import { Tag } from '../../components/tag';
import type { UnitRecordPartsFragment, UnitViewPartsFragment } from '../../gql/graphql';
import { waitingWords } from '../../words/cards';
import { daysWords, todayInLondon } from '../../words/dates';
import { listWords } from '../../words/plain';
import { authorityWords, childStateWords, planWords } from '../../words/states';

type Member = UnitRecordPartsFragment['children'][number];

const PAIRS: Readonly<Record<string, string>> = { FM: 'Brother and sister', MF: 'Brother and sister', FF: 'Two sisters', MM: 'Two brothers' };

function years(member: Member, today: string): string | null {
  if (!member.dateOfBirth) return null;
  const months = ageInMonths(isoDate(member.dateOfBirth), isoDate(today));
  if (member.dateOfBirth > today) return 'not born yet';
  return months < 24 ? `${months} months` : String(Math.floor(months / 12));
}

/** As the mockup says it: Brother and sister, 6 and 3, to be placed together. Exact ages for the own agency alone. */
export function whoWords(members: readonly Member[], plan: string, today: string): string {
  const ages = listWords(members.map((member) => years(member, today)).filter((age) => age !== null));
  const who = members.length === 1
    ? { F: 'Girl', M: 'Boy' }[members[0].sex] ?? 'Child'
    : PAIRS[members.map(({ sex }) => sex).join('')] ?? `${members.length} brothers and sisters`;
  return [ages ? `${who}, ${ages}` : who, members.length > 1 && planWords(plan)].filter(Boolean).join(' · ');
}

export function UnitIdentity({ view }: { view: UnitViewPartsFragment }) {
  const { record, card, reference } = view;
  if (!record) {
    return (
      <IdentityBar title={reference} end={<Tag tone="blue">Another agency’s record</Tag>}>
        <span>{groupWords(card)}</span> <Tag tone="amber">Waiting {waitingWords(card.waitingBand)}</Tag>
      </IdentityBar>
    );
  }
  const states = [...new Set(record.children.map(({ state, dates }) => (state === 'AUTHORITY_TO_PLACE' ? authorityWords(dates.authorityType) : null) ?? childStateWords(state)))];
  return (
    <IdentityBar title={reference} end={<Tag tone="blue">Your council’s record</Tag>}>
      <span>{whoWords(record.children, record.plan, todayInLondon())}</span>{' '}
      {states.map((state) => <Tag key={state} tone="green">{state}</Tag>)}{' '}
      {record.waitingDays !== null && <Tag tone="amber">Waiting {daysWords(record.waitingDays)}</Tag>}
    </IdentityBar>
  );
}
