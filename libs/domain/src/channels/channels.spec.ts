import { isoDate } from '../dates/iso-date';
import { channelRefusal, outsideHouseholdRefusal, type ChannelFacts, type OutsideHouseholdFacts } from './channels';

const TODAY = isoDate('2026-11-22');
const paths = (error: { details?: unknown } | null): string => (error ? (error.details as { issues: { path: string }[] }).issues.map(({ path }) => path).join(' ') : '');

describe('a channel beyond the region', () => {
  const site: ChannelFacts = { kind: 'NATIONAL_SITE', agency: null, startedOn: isoDate('2026-10-01'), endedOn: null, result: null };
  it.each<[string, Partial<ChannelFacts>, string]>([
    ['that goes on', {}, ''], ['that ended', { endedOn: TODAY, result: 'NO_INTEREST' }, ''], ['on its first day', { startedOn: TODAY }, ''],
    ['of tomorrow', { startedOn: isoDate('2026-11-23') }, 'startedOn'], ['that ended before it began', { endedOn: isoDate('2026-09-30'), result: 'INTEREST' }, 'endedOn'],
    ['that ends tomorrow', { endedOn: isoDate('2026-11-23'), result: 'INTEREST' }, 'endedOn'], ['that ended without a result', { endedOn: TODAY }, 'result'], ['with a result while it goes on', { result: 'INTEREST' }, 'result'],
    ['to an agency that nobody named', { kind: 'OTHER_AGENCY' }, 'agency'], ['to an agency', { kind: 'OTHER_AGENCY', agency: 'OUT-1' }, ''], ['that is no agency, with one', { agency: 'OUT-1' }, 'agency'],
  ])('%s', (_, over, expected) => {
    expect(paths(channelRefusal({ ...site, ...over }, TODAY))).toBe(expected);
  });
});

describe('a family of an agency outside', () => {
  const family: OutsideHouseholdFacts = { maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 60, onDate: TODAY, outcome: 'INTERESTED', words: null };
  it.each<[string, Partial<OutsideHouseholdFacts>, string]>([
    ['interested', {}, ''], ['of tomorrow', { onDate: isoDate('2026-11-23') }, 'onDate'], ['with half an age', { ageMinMonths: null }, 'ageMaxMonths'], ['with its age turned round', { ageMinMonths: 61 }, 'ageMaxMonths'],
    ['ruled out for nothing', { outcome: 'RULED_OUT', words: ' ' }, 'words'], ['ruled out', { outcome: 'RULED_OUT', words: 'Too far for contact' }, ''], ['of unknown age', { ageMinMonths: null, ageMaxMonths: null }, ''],
  ])('%s', (_, over, expected) => {
    expect(paths(outsideHouseholdRefusal({ ...family, ...over }, TODAY))).toBe(expected);
  });
});
