import fc from 'fast-check';
import { sharesSurname, unusualLooking, type Look } from './unusual-looking';

const look = (change: Partial<Look> = {}): Look => ({ actorId: 'u1', agencyId: 'a1', subjectAgencyId: 'a2', subject: 'UNIT AB12CD', hour: 10, weekday: 2, ...change });
const many = (count: number, change: Partial<Look> = {}): Look[] => Array.from({ length: count }, (_, n) => look({ subject: `UNIT ${n}`, ...change }));

describe('unusual looking (AUD-8)', () => {
  it.each([[60, 0], [61, 1], [200, 1]])('%i distinct profiles in an hour raise %i alerts', (count, alerts) => {
    expect(unusualLooking(many(count), 60)).toHaveLength(alerts);
  });

  it('counts a record once, however often it is looked at', () => {
    expect(unusualLooking([...many(60), ...many(60)], 60)).toEqual([]);
  });

  it('adds up nobody with anybody else', () => {
    expect(unusualLooking([...many(40), ...many(40, { actorId: 'u2' })], 60)).toEqual([]);
  });

  it('tells the officers of the viewer and of every custodian, each once', () => {
    const [alert] = unusualLooking([...many(30), ...many(31).map((one) => ({ ...one, subject: `HOUSEHOLD ${one.subject}`, subjectAgencyId: 'a3' }))], 60);
    expect(alert).toEqual({ kind: 'MANY_PROFILES', actorId: 'u1', actorAgencyId: 'a1', agencies: ['a1', 'a2', 'a3'] });
  });

  it.each([[6, 3, 1], [7, 3, 0], [19, 3, 0], [20, 3, 1], [12, 5, 0], [12, 6, 1], [12, 7, 1]])('at %i o’clock on weekday %i raises %i', (hour, weekday, count) => {
    expect(unusualLooking([look({ hour, weekday })], 60).filter(({ kind }) => kind === 'OUT_OF_HOURS')).toHaveLength(count);
  });

  it('raises at most one alert of a kind for a person', () => {
    fc.assert(fc.property(fc.array(fc.record({ actorId: fc.constantFrom('u1', 'u2'), subject: fc.string(), hour: fc.nat(23), weekday: fc.integer({ min: 1, max: 7 }) })), fc.nat(5), (looks, most) => {
      const alerts = unusualLooking(looks.map((one) => look(one)), most).map(({ kind, actorId }) => `${kind} ${actorId}`);
      expect(new Set(alerts).size).toBe(alerts.length);
    }));
  });
});

describe('a surname of the viewer’s own', () => {
  it.each([
    ['Ada Whitlock', ['Whitlock'], true], ['Ada Whitlock', ['whitlock'], true], ['Ada Whitlock', ['Whitlock-Jones'], true], ['Zoë O’Hara', ["O'Hara"], true], ['Jo Müller', ['Muller'], true],
    ['Ada Whitlock', ['Ada'], false], ['Ada Whitlock', [null], false], ['', ['Whitlock'], false], ['Ada Whitlock', ['Whitlocks'], false],
  ])('%s beside %j: %s', (viewer, names, shared) => expect(sharesSurname(viewer, names)).toBe(shared));
});
