import { isoDate } from '../dates/iso-date';
import { linkSections, type LinkContent } from './link-sections';

const LINK: LinkContent = {
  reference: 'L-7F3K2Q', state: 'SHORTLISTED', isOpen: true, since: new Date('2026-11-17T09:12:05Z'), panelOn: null, exitReason: null, unitReference: 'AB12CD', householdReference: 'EF34GH',
  unit: { groupSize: 1, groupOpen: false, sex: 'F', youngestBand: '2-3', oldestBand: '2-3', waitingBand: '6_12M', regionBand: 'North', earlyPermanence: false, needs: [{ key: 'attachment', level: 1 }] },
  household: null,
  parties: [{ side: 'CHILD', isOwn: true, agency: { name: 'Northmoor' }, worker: { displayName: 'Fin North' }, agreement: 'ASKED' }, { side: 'ADOPTERS', isOwn: false, agency: null, worker: null, agreement: 'NONE' }],
  turns: [{ side: 'CHILD', awaited: 'APPROVAL' }, { side: 'ADOPTERS', awaited: 'AGREEMENT' }],
  history: [{ event: 'INTEREST_EXPRESSED', label: 'Interest expressed', side: 'CHILD', onDate: isoDate('2026-11-16'), at: new Date('2026-11-16T10:00:00Z'), person: { displayName: 'Fin North' } }],
};

describe('a link on paper', () => {
  it('says where it stands, whose turn it is, and what each side sees', () => {
    const [standing] = linkSections(LINK);
    expect(standing).toEqual({ heading: 'Where it stands', text: 'Cards, and profiles where they are released. Names are seen once both agree to explore.', rows: [
      { label: 'Stands at', value: 'Shortlisted' },
      { label: 'Who acts next', value: 'Your agency has a second person approve its agreement; the adopters’ agency agrees to explore, or declines' },
      { label: 'Since', value: '17 Nov 2026, 09:12:05' },
    ] });
  });

  it('names the other agency once it has acted, and shows no card that is not to be seen', () => {
    const [, child, adopters] = linkSections(LINK);
    expect(child?.heading).toBe('The child’s side: AB12CD');
    expect(child?.rows).toEqual([
      { label: 'Agency', value: 'Northmoor (yours)' }, { label: 'Worker', value: 'Fin North' }, { label: 'Agreement to explore', value: 'Waits for a second person' },
      { label: 'Who', value: 'Girl, 2 to 3 years' }, { label: 'Waiting', value: '6 to 12 months' }, { label: 'Region', value: 'North' }, { label: 'Early permanence', value: 'No' }, { label: 'Attachment', value: 'mild' },
    ]);
    expect(adopters).toEqual({ heading: 'The adopters’ side: EF34GH', text: 'The card is not shown to you now.', rows: [
      { label: 'Agency', value: 'Named once it has answered' }, { label: 'Worker', value: 'Nobody yet' }, { label: 'Agreement to explore', value: 'Not given' }] });
  });

  it('tells the history, and of an ended link when and why, as far as the own agency may read it', () => {
    expect(linkSections(LINK).at(-1)).toEqual({ heading: 'History', text: null, rows: [{ label: '16 Nov 2026', value: 'Interest expressed, by the child’s agency (Fin North). Recorded 16 Nov 2026, 10:00:00.' }] });
    const ended = linkSections({ ...LINK, state: 'DECLINED_BY_ADOPTERS', isOpen: false, turns: [], exitReason: 'The adopters are not ready', panelOn: isoDate('2026-12-01') })[0];
    expect(ended?.rows).toEqual([
      { label: 'Stands at', value: 'Declined by the adopters' }, { label: 'Who acts next', value: 'Nobody: the link has ended' }, { label: 'Ended', value: '17 Nov 2026, 09:12:05' },
      { label: 'Panel', value: '1 Dec 2026' }, { label: 'Why your agency ended it', value: 'The adopters are not ready' },
    ]);
  });
});
