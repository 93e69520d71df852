import { createFirstAdministrator } from '@hub/database/first-administrator';
import type { Actor } from '@hub/domain/access/actor';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DEMO_AGENCIES, DEMO_REGION_NAME, DEMO_USERS, type DemoUser } from '@hub/domain/demonstration/region';
import { FAMILY_FINDING } from '@hub/features/agencies/inputs';
import { hashOfSecret, INVITATION_MS, newSecret } from '@hub/features/agencies/secrets';
import type { UserSummary } from '@hub/features/agencies/users.queries';
import { requireOwnerUrl, type Config } from '@hub/platform/config';
import type { Services } from './demonstration.module';
import { DEMO_PASSWORD } from './sign-ins';

const MEMBER_MONTHS = 8 * 12;
/** Near enough for its reminder to be on My work. */
const REVIEW_DAYS = 45;
const HERE = '127.0.0.1';

/** Agencies, the agreement under which they share, and everybody who can sign in. */
export async function loadPeople(services: Services, config: Config, at: { now: Date; today: IsoDate }): Promise<ReadonlyMap<string, Actor>> {
  const first = DEMO_USERS.find(({ roles }) => roles.includes('HUB_ADMIN')) as DemoUser;
  const hubAdmin = await firstAdministrator(services, config, first, at.now);
  await loadAgencies(services, hubAdmin, at.today);
  const people = new Map([[first.email, hubAdmin]]);
  for (const user of DEMO_USERS.filter((one) => one !== first)) {
    const made = await services.users.create(hubAdmin, { ...user, roles: [...user.roles] });
    await services.signIn.acceptInvitation({ token: made.invitationToken, password: DEMO_PASSWORD, address: HERE });
    people.set(user.email, actorOf(made.user));
  }
  return people;
}

/** What `hub admin create` does, and then the first sign-in. */
async function firstAdministrator({ signIn }: Services, config: Config, { email, displayName }: DemoUser, now: Date): Promise<Actor> {
  const hub = DEMO_AGENCIES.find(({ kind }) => kind === 'HUB');
  const token = newSecret();
  await createFirstAdministrator(requireOwnerUrl(config), {
    agencyCode: hub?.code ?? 'HUB', agencyName: hub?.name ?? '', regionBand: hub?.regionBand ?? '', email, displayName,
    tokenHash: hashOfSecret(token), expiresAt: new Date(now.getTime() + INVITATION_MS),
  });
  await signIn.acceptInvitation({ token, password: DEMO_PASSWORD, address: HERE });
  const session = await signIn.signIn({ email, password: DEMO_PASSWORD, address: HERE });
  await signIn.end(session.token);
  return session.actor;
}

async function loadAgencies({ agencies, agreements }: Services, hubAdmin: Actor, today: IsoDate): Promise<void> {
  const memberSince = addMonths(today, -MEMBER_MONTHS);
  for (const { code, name, kind, regionBand } of DEMO_AGENCIES.filter((agency) => agency.kind !== 'HUB')) {
    await agencies.create(hubAdmin, { code, name, kind, regionBand, memberSince });
  }
  await agreements.create(hubAdmin, {
    title: `${DEMO_REGION_NAME} regional agreement on family finding`,
    purpose: FAMILY_FINDING,
    legalBasis: 'Adoption and Children Act 2002, section 3ZA; Data Protection Act 2018, Schedule 1, paragraphs 6 and 18',
    article6: 'Article 6(1)(e), public task',
    article9: 'Article 9(2)(g) with Schedule 1, paragraphs 6 and 18',
    dataCategories: ['Needs and bands', 'Pseudonymised profiles', 'First names, ages and summaries of health and reports', 'Reports of a match, to named workers'],
    upToStage: 'S3',
    reviewOn: addDays(today, REVIEW_DAYS),
    startsOn: memberSince,
    parties: DEMO_AGENCIES.map(({ code }) => code),
  });
}

/** The actor that a session of this person would give. */
function actorOf({ id, displayName, roles, agency }: UserSummary): Actor {
  return { kind: 'user', userId: id, displayName, roles, agencyId: agency.id, agencyCode: agency.code, agencyKind: agency.kind };
}
