import { isoDate } from '../dates/iso-date';
import type { Actor, AgencyKind, Role } from '../access/actor';
import { differencesBetween, type LinkVersion } from './differences';
import type { Agreement } from './events';
import { sidesOf } from './sides';
import type { LinkState, Side } from './states';
import { whoActs } from './who-acts';

const at = (state: LinkState, interestBy: Side | null, child: Agreement, adopters: Agreement): string =>
  whoActs(state, { interestBy, agreements: { CHILD: child, ADOPTERS: adopters } }).map(({ side, awaited }) => `${side} ${awaited}`).join(', ');

describe('who acts next', () => {
  it.each<[LinkState, Side | null, Agreement, Agreement, string]>([
    ['SUGGESTED', null, 'NONE', 'NONE', 'CHILD INTEREST, ADOPTERS INTEREST'],
    ['EXPRESSED_INTEREST', 'CHILD', 'NONE', 'NONE', 'ADOPTERS ANSWER'],
    ['EXPRESSED_INTEREST', 'ADOPTERS', 'NONE', 'NONE', 'CHILD ANSWER'],
    ['SHORTLISTED', 'CHILD', 'NONE', 'NONE', 'CHILD AGREEMENT, ADOPTERS AGREEMENT'],
    ['SHORTLISTED', 'CHILD', 'ASKED', 'LIVE', 'CHILD APPROVAL'],
    ['EXPLORING', 'CHILD', 'LIVE', 'LIVE', 'CHILD NEXT_STEP'],
    ['CPR_SHARED', 'CHILD', 'LIVE', 'ENDED', 'ADOPTERS AGREEMENT'],
    ['PANEL_BOOKED', 'CHILD', 'LIVE', 'LIVE', 'CHILD PANEL'],
    ['PANEL_RECOMMENDED', 'CHILD', 'ENDED', 'LIVE', 'CHILD DECISION'],
    ['MATCHED', 'CHILD', 'ENDED', 'ENDED', 'CHILD PLACEMENT'],
    ['DECLINED_BY_ADOPTERS', 'CHILD', 'LIVE', 'LIVE', ''],
    ['ADOPTED', 'CHILD', 'ENDED', 'ENDED', ''],
  ])('at %s with interest of %s and agreements %s and %s: %s', (state, by, child, adopters, expected) => {
    expect(at(state, by, child, adopters)).toBe(expected);
  });
});

describe('for whom somebody acts', () => {
  const actor = (agencyId: string, agencyKind: AgencyKind, ...roles: Role[]): Actor => ({ kind: 'user', userId: 'u', agencyId, agencyCode: 'AAA', agencyKind, displayName: '', roles });
  const parties = { childAgencyId: 'a', adoptersAgencyId: 'b' };

  it('is decided by the agency and the roles', () => {
    expect(sidesOf(actor('a', 'COUNCIL', 'FAMILY_FINDER'), parties)).toEqual(['CHILD']);
    expect(sidesOf(actor('a', 'COUNCIL', 'ADOPTERS_WORKER'), parties)).toEqual([]);
    expect(sidesOf(actor('b', 'VOLUNTARY', 'ADOPTERS_WORKER'), parties)).toEqual(['ADOPTERS']);
    expect(sidesOf(actor('c', 'COUNCIL', 'APPROVING_MANAGER'), parties)).toEqual([]);
    expect(sidesOf(actor('a', 'COUNCIL', 'APPROVING_MANAGER'), { childAgencyId: 'a', adoptersAgencyId: 'a' })).toEqual(['CHILD', 'ADOPTERS']);
    expect(sidesOf(actor('a', 'COUNCIL', 'AGENCY_ADMIN'), parties)).toEqual([]);
  });
});

it('differences of two versions are told field by field', () => {
  const seen: LinkVersion = { version: 3, state: 'SHORTLISTED', lastStep: 'SHORTLISTED', lastStepOn: isoDate('2026-05-01'), panelOn: null, childWorker: 'x', adoptersWorker: null };
  expect(differencesBetween(seen, seen)).toEqual([]);
  expect(differencesBetween(seen, { ...seen, version: 5, state: 'EXPLORING', lastStep: 'EXPLORING_BEGUN', adoptersWorker: 'y' })).toEqual([
    { field: 'state', seen: 'SHORTLISTED', now: 'EXPLORING' }, { field: 'lastStep', seen: 'SHORTLISTED', now: 'EXPLORING_BEGUN' }, { field: 'adoptersWorker', seen: null, now: 'y' },
  ]);
});
