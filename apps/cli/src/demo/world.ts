import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { addDays, daysBetween } from '@hub/domain/dates/day-count';
import type { DemoRegion } from '@hub/domain/demonstration/build-region';
import { DEMO_AGENCIES, type DemoAgency } from '@hub/domain/demonstration/region';
import { randomSource, type RandomSource } from '@hub/domain/matching/random';
import type { Services } from './demonstration.module';

/** The people of one agency by post, as they act. */
export interface Staff {
  readonly finder: Actor | undefined;
  readonly adopters: Actor;
  readonly manager: Actor;
  readonly admin: Actor;
  readonly panel: Actor;
  readonly decider: Actor;
}

export interface World {
  readonly services: Services;
  readonly today: IsoDate;
  readonly seed: number;
  readonly region: DemoRegion;
  /** Everybody who can sign in, by e-mail address. */
  readonly people: ReadonlyMap<string, Actor>;
}

export const PLACING: readonly DemoAgency[] = DEMO_AGENCIES.filter(({ kind }) => kind !== 'HUB');
export const COUNCILS: readonly DemoAgency[] = DEMO_AGENCIES.filter(({ kind }) => kind === 'COUNCIL');

export function personOf({ people }: Pick<World, 'people'>, email: string): Actor {
  const actor = people.get(email);
  if (!actor) throw new Error(`The demonstration has nobody called ${email}`);
  return actor;
}

export function staffOf(world: World, { code }: DemoAgency): Staff {
  const email = (post: string): string => `${post}@${code.toLowerCase()}.example`;
  const of = (post: string): Actor => personOf(world, email(post));
  return { finder: world.people.get(email('finder')), adopters: of('adopters'), manager: of('manager'), admin: of('admin'), panel: of('panel'), decider: of('decider') };
}

/** Chance of an agency's own for each kind of work, so that the order in which agencies are loaded changes nothing. */
export function chanceFor({ seed }: World, { code }: DemoAgency, work: string): RandomSource {
  const salt = [...`${code} ${work}`].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  return randomSource(seed + salt);
}

/** A day from `from` to `to`, both included; `to` where it comes first. */
export function dayBetween(from: IsoDate, to: IsoDate, random: RandomSource): IsoDate {
  const span = daysBetween(from, to);
  return span <= 0 ? to : addDays(from, random.whole(0, span));
}
