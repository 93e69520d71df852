import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import { DomainError } from '@hub/domain/errors';
import type { RandomSource } from '@hub/domain/matching/random';
import type { ReleaseRequest } from '@hub/features/children/releases.service';
import type { OwnUnit } from './own-units';
import type { World } from './world';

const PURPOSE = 'Family finding in the region';
const LIVE_DAYS = 182;
/** Of what is asked for; the rest waits on the manager's desk. */
const APPROVED = 0.9;

/** Software suggests the text, one person asks, another approves, as the rule is. What the guard finds too rare waits on the manager's desk. */
export async function release({ services: { releases }, today }: World, by: { asks: Actor; approves: Actor }, request: Omit<ReleaseRequest, 'purpose'>, random: RandomSource): Promise<void> {
  const { subjectType, subject, about } = request;
  const { texts } = await releases.suggestion(by.asks, { subjectType, subject, written: { about }, asRecorded: false });
  const suggested = texts.find(({ field }) => field === 'ABOUT')?.suggestion ?? about;
  const { id, belowK } = await releases.request(by.asks, { ...request, about: suggested, purpose: PURPOSE, checked: true });
  const isApproved = random.chance(APPROVED);
  const until = addDays(today, LIVE_DAYS - random.whole(0, 60));
  if (!isApproved || belowK) return;
  await releases.approve(by.approves, id, until).catch((error: unknown) => {
    // Another council's records, loaded meanwhile, may have made the child too rare for what was asked.
    if (!(error instanceof DomainError) || error.code !== 'GUARD_FAILED') throw error;
  });
}

export async function releaseUnits(world: World, { finder, manager }: { finder: Actor; manager: Actor }, active: readonly OwnUnit[], random: RandomSource): Promise<void> {
  for (const unit of active) {
    const isReleased = random.chance(0.75);
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
