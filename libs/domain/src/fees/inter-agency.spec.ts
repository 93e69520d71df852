import { isoDate } from '../dates/iso-date';
import { interAgency, type Partnership, type Party } from './inter-agency';

const council = (id: string, isMember = true): Party => ({ id, kind: 'COUNCIL', isMember });
const voluntary = (id: string, isMember = true): Party => ({ id, kind: 'VOLUNTARY', isMember });
const outside = (id: string): Party => ({ id, kind: 'OUTSIDE', isMember: false });
const terms = (over: Partial<Partnership> = {}): Partnership => ({ id: 'p', agencyIds: ['a', 'b', 'c'], terms: 'NIL', startsOn: isoDate('2024-01-01'), endsOn: isoDate('2026-01-01'), ...over });
const MOVED = isoDate('2025-06-01');

describe('who is inter-agency', () => {
  it.each([
    ['one agency', council('a'), council('a'), [], { isDue: false, basis: 'SAME_AGENCY' }],
    ['councils of one region', council('a'), council('b'), [], { isDue: false, basis: 'SAME_REGION', provider: 'LA_RAA' }],
    ['a council that was no member on the day', council('a'), council('b', false), [], { isDue: true, basis: 'INTER_AGENCY', provider: 'LA_RAA' }],
    ['a voluntary agency, though a member', council('a'), voluntary('v'), [], { isDue: true, basis: 'INTER_AGENCY', provider: 'VAA' }],
    ['an agency outside', council('a'), outside('o'), [], { isDue: true, provider: 'LA_RAA' }],
    ['a voluntary agency whose terms are nil', council('a'), voluntary('v'), [terms({ agencyIds: ['a', 'v'] })], { isDue: false, basis: 'PARTNERSHIP', provider: 'VAA', partnershipId: 'p' }],
    ['a consortium beyond the region', council('a'), council('b', false), [terms()], { isDue: false, basis: 'PARTNERSHIP' }],
    ['councils of one region whose terms are the fee', council('a'), council('b'), [terms({ terms: 'FEE' })], { isDue: true, basis: 'PARTNERSHIP' }],
    ['a partnership of others', council('a'), voluntary('v'), [terms()], { isDue: true, basis: 'INTER_AGENCY', partnershipId: null }],
  ] as const)('%s', (_, child, adopters, partnerships, expected) => expect(interAgency(child, adopters, MOVED, partnerships)).toMatchObject(expected));

  it.each([['2023-12-31', true], ['2024-01-01', false], ['2025-12-31', false], ['2026-01-01', true]])('terms hold from their first day up to the day before their end: moved in on %s, due %s', (on, isDue) => {
    expect(interAgency(council('a'), council('b', false), isoDate(on), [terms()]).isDue).toBe(isDue);
  });

  it('the latest terms hold where two do', () => {
    const both = [terms({ id: 'old' }), terms({ id: 'new', startsOn: isoDate('2025-01-01'), terms: 'FEE' })];
    expect(interAgency(council('a'), council('b', false), MOVED, both)).toMatchObject({ isDue: true, partnershipId: 'new' });
    expect(interAgency(council('a'), council('b', false), MOVED, [...both].reverse())).toMatchObject({ partnershipId: 'new' });
  });
});
