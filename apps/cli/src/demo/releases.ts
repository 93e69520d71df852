import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import type { RandomSource } from '@hub/domain/matching/random';
import type { ReleaseRequest } from '@hub/features/children/releases.service';
import type { OwnUnit } from './own-units';
import type { World } from './world';

const PURPOSE = 'Family finding in the region';
const LIVE_DAYS = 182;
/** Of what is asked for; the rest waits on the manager's desk. */
const APPROVED = 0.9;

/** Asked for by one person and approved by another, as the rule is. */
export async function release({ services: { releases }, today }: World, by: { asks: Actor; approves: Actor }, request: Omit<ReleaseRequest, 'purpose'>, random: RandomSource): Promise<void> {
  const { id } = await releases.request(by.asks, { ...request, purpose: PURPOSE, checked: true });
  if (random.chance(APPROVED)) await releases.approve(by.approves, id, addDays(today, LIVE_DAYS - random.whole(0, 60)));
}

export async function releaseUnits(world: World, { finder, manager }: { finder: Actor; manager: Actor }, active: readonly OwnUnit[], random: RandomSource): Promise<void> {
  for (const unit of active) {
    const isReleased = random.chance(0.65);
    if (isReleased) await release(world, { asks: finder, approves: manager }, { subjectType: 'UNIT', subject: unit.reference, about: aboutOf(unit) }, random);
  }
}

/** The text of the profile; of siblings one after the other. */
function aboutOf({ record: { children, plan }, drawn }: OwnUnit): string {
  const texts = drawn.children.filter(({ externalId }) => children.some((child) => child.externalId === externalId)).flatMap(({ about }) => about ?? []);
  if (texts.length < 2) return texts[0] ?? 'A first profile; more will follow.';
  const opening = plan === 'TOGETHER' ? 'Brothers and sisters who are to grow up together.' : 'Brothers and sisters who should stay together if they can.';
  return [opening, ...texts].join(' ');
}
