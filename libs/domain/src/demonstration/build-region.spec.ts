import { isoDate } from '../dates/iso-date';
import { DEMONSTRATION, buildRegion } from './build-region';

const asAt = isoDate('2026-11-22');
const region = buildRegion({ ...DEMONSTRATION, asAt });
const childrenOf = (stages: readonly string[]) => region.units.filter(({ stage }) => stages.includes(stage)).flatMap(({ children }) => children);

describe('the demonstration region', () => {
  test('has about 220 open children, 160 households and 1,200 closed children', () => {
    const open = childrenOf(['DECIDED', 'SEARCHING', 'MATCHED', 'PLACED']).length;
    const closed = childrenOf(['ADOPTED', 'REVERSED']).length;
    expect([open > 200 && open < 240, closed > 1140 && closed < 1260, region.households.length]).toEqual([true, true, 160]);
  });

  test('keeps every journey in order and in the past', () => {
    for (const child of region.units.flatMap(({ children }) => children)) {
      const dates = [child.enteredCareOn, child.admDecidedOn, child.placementOrderOn, child.matchedOn, child.placedOn, child.adoptedOn].filter((date) => date != null);
      expect([...dates].sort()).toEqual(dates);
      expect(dates.every((date) => date <= asAt)).toBe(true);
    }
  });

  test('keeps every household’s dates in order and in the past', () => {
    for (const { facts } of region.households) {
      const dates = [facts.enquiryOn, facts.stage1StartedOn, facts.stage1EndedOn, facts.stage2StartedOn, facts.approvedOn, facts.matchedOn, facts.placedOn, facts.aoOn].filter((date) => date != null);
      expect([...dates].sort()).toEqual(dates);
      expect(dates.every((date) => date <= asAt)).toBe(true);
    }
  });

  test('uses each identifier once', () => {
    const ids = [...region.units.flatMap(({ children }) => children.map(({ externalId }) => externalId)), ...region.households.map(({ facts }) => facts.familyExternalId)];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same for the same seed and another for another', () => {
    expect(buildRegion({ ...DEMONSTRATION, asAt })).toEqual(region);
    expect(buildRegion({ ...DEMONSTRATION, seed: 1, asAt })).not.toEqual(region);
  });
});
