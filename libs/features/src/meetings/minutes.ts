import type { MeetingMinutes, MeetingView } from './meeting-view';

/** The minutes of a meeting out of what its view shows: by agency who was there, item by item what was decided and follows from it. */
export function minutesOf(view: MeetingView): MeetingMinutes {
  const { items, actions, corrections, people, agencies, startedAt, endedAt, reference, title, place, startsAt, minutes, status, version, agencyCount, personCount, itemCount, myRole, mayPlan, mayRecord } = view;
  const shown = new Set(items.flatMap(({ unitReference }) => unitReference ?? []));
  const isApart = ({ unitReference }: { readonly unitReference: string | null }): boolean => unitReference === null || !shown.has(unitReference);
  return {
    meeting: { reference, title, place, startsAt, minutes, status, version, agencyCount, personCount, itemCount, myRole, mayPlan, mayRecord }, startedAt, endedAt,
    attendance: agencies.map(({ agency }) => ({ agency, people: people.filter((person) => person.agency.id === agency.id) })).filter((of) => of.people.length > 0),
    items: items.map((item) => {
      const isOf = ({ unitReference }: { readonly unitReference: string | null }): boolean => unitReference !== null && unitReference === item.unitReference;
      return { item, actions: actions.filter(isOf), corrections: corrections.filter(isOf) };
    }),
    actions: actions.filter(isApart), corrections: corrections.filter(isApart),
  };
}
