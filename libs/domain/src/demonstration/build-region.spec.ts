import { isoDate } from '../dates/iso-date';
import { DEMONSTRATION, buildRegion } from './build-region';
import { beforeMatches } from './earlier';

const asAt = isoDate('2026-11-22');
const region = buildRegion({ ...DEMONSTRATION, asAt });
const childrenOf = (stages: readonly string[]) => region.units.filter(({ stage }) => stages.includes(stage)).flatMap(({ children }) => children);

describe('the demonstration region', () => {
  test('has about 220 open children, 160 households and 1,200 closed children', () => {
    const open = childrenOf(['DECIDED', 'SEARCHING', 'MATCHED', 'PLACED', 'DISRUPTED']).length;
    const closed = childrenOf(['ADOPTED', 'REVERSED']).length;
    expect([open > 200 && open < 240, closed > 1140 && closed < 1260, region.households.length]).toEqual([true, true, 160]);
  });

  test('keeps every journey in order and in the past', () => {
    for (const { child, disruptedOn } of region.units.flatMap(({ children, disruptedOn }) => children.map((child) => ({ child, disruptedOn })))) {
      const dates = [child.enteredCareOn, child.admDecidedOn, child.placementOrderOn, child.matchedOn, child.placedOn, disruptedOn, child.adoptedOn].filter((date) => date != null);
      expect([...dates].sort()).toEqual(dates);
      expect(dates.every((date) => date <= asAt)).toBe(true);
    }
  });

  test('keeps every household’s dates in order and in the past', () => {
    for (const { facts, disruptedOn } of region.households) {
      const dates = [facts.enquiryOn, facts.stage1StartedOn, facts.stage1EndedOn, facts.stage2StartedOn, facts.approvedOn, facts.matchedOn, facts.placedOn, disruptedOn, facts.aoOn].filter((date) => date != null);
      expect([...dates].sort()).toEqual(dates);
      expect(dates.every((date) => date <= asAt)).toBe(true);
    }
  });

  test('tells first of open children without the matches that a later file brings, and of closed ones in full', () => {
    const before = beforeMatches(region);
    const dated = (units: typeof region.units) => units.flatMap(({ children }) => children).filter(({ matchedOn }) => matchedOn).length;
    expect(dated(before.units)).toBe(childrenOf(['ADOPTED']).length);
    expect(dated(region.units)).toBe(childrenOf(['ADOPTED', 'MATCHED', 'PLACED', 'DISRUPTED']).length);
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
