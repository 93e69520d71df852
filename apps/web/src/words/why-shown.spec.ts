import { describe, expect, it } from '@jest/globals';
import type { HouseholdCardPartsFragment, UnitCardPartsFragment } from '../gql/graphql';
import { whyHousehold, whyUnit } from './why-shown';

const UNIT: UnitCardPartsFragment = {
  reference: 'AB12CD', groupSize: 2, groupOpen: false, youngestBand: '2-3', oldestBand: '4-5', sex: 'MIXED', highestNeed: 2, earlyPermanence: true, regionBand: 'North', waitingBand: 'OVER_18M', isOwn: false, hasProfile: true,
  needs: [{ key: 'attachment', level: 1, upTo: 2 }],
};
const FAMILY: HouseholdCardPartsFragment = {
  reference: 'EF34GH', approvedFromMonths: null, approvedToMonths: null, maxChildren: 1, sexPreference: null, earlyPermanence: false, regionBand: 'South', stage: 'STAGE_TWO', isOwn: false, hasProfile: false, offers: [{ key: 'attachment', level: 2 }],
};

describe('why a child or group is shown', () => {
  const why = (chosen: Record<string, string[]>, over: Partial<UnitCardPartsFragment> = {}, need = '') => whyUnit({ ...UNIT, ...over }, { chosen, need });

  it.each([
    ['no filter', {}, {}, ['Family finding is active']],
    ['an age', { ageBands: ['4-5'] }, {}, ['Aged 2 to 3 years and 4 to 5 years']],
    ['an age that the card shows more widely', { ageBands: ['4-5'] }, { youngestBand: '4-7', oldestBand: '4-7' }, ['May be of that age: the card shows a wider band']],
    ['a sex that the card does not show', { sex: ['F'] }, { sex: 'NOT_SHOWN' }, ['May fit the sex: the card does not show it']],
    ['a size', { groupSizes: ['2'] }, {}, ['2 together']],
    ['a size of an open group', { groupSizes: ['4'] }, { groupOpen: true }, ['2 or more together: the card does not show how many']],
    ['one child', { groupSizes: ['1'] }, { groupSize: 1 }, ['One child']],
    ['a region', { regionBands: ['North'] }, {}, ['North']],
    ['a region where the card shows the whole alone', { regionBands: ['North'] }, { regionBand: 'IN_THE_REGION' }, ['May live there: the card shows the region alone']],
    ['what both cards have', { earlyPermanence: ['true'], withProfile: ['true'], own: ['false'] }, {}, ['Early permanence', 'A profile to read', 'Of another agency']],
    ['waiting', { waitingBands: ['OVER_18M'] }, {}, ['Waiting over 18 months']],
  ])('%s', (_, chosen, over, words) => expect(why(chosen as Record<string, string[]>, over)).toEqual(words));

  it('a need, as the range that the card shows', () => expect(why({}, {}, 'attachment')).toEqual(['Attachment: mild or moderate']));
});

describe('why a family is shown', () => {
  const why = (wish: Partial<Parameters<typeof whyHousehold>[1]>, over: Partial<HouseholdCardPartsFragment> = {}) => whyHousehold({ ...FAMILY, ...over }, { chosen: {}, need: '', age: false, room: false, ...wish });

  it.each([
    ['no filter', {}, {}, ['Available, and agreed to be shown']],
    ['no filter, of the own agency', {}, { isOwn: true }, ['A family of your agency']],
    ['room', { room: true }, {}, ['Room for one child']],
    ['an age that nobody recorded', { age: true }, {}, ['Approved for ages not recorded']],
    ['an offer', { need: 'attachment' }, {}, ['Would accept attachment: moderate']],
    ['a stage and a region', { chosen: { stages: ['STAGE_TWO'], regionBands: ['South'] } }, {}, ['In stage two', 'South']],
    ['what both cards have', { chosen: { earlyPermanence: ['false'], withProfile: ['false'], own: ['true'] } }, { isOwn: true }, ['Not early permanence', 'Card only', 'Of your agency']],
  ])('%s', (_, wish, over, words) => expect(why(wish, over)).toEqual(words));
});
