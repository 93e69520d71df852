import { createFirstAdministrator } from '@hub/database/first-administrator';
import { hashOfSecret, newSecret } from '@hub/features/agencies/secrets';
import { GraphQLClient } from './graphql-client';

/** Long and unrelated words: what the password policy asks of everybody. */
export const PASSWORD = 'teapot gravel quiet lamp';
export const ADMINISTRATOR = 'first.admin@hub.example.test';

interface HubAddress {
  readonly url: string;
  readonly database: { readonly ownerUrl: string };
}

const INVITED_MS = 60 * 60 * 1000;

export async function acceptInvitation(url: string, token: string, password = PASSWORD): Promise<Response> {
  return fetch(`${url}/auth/invitation`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token, password }) });
}

/** What `hub admin create` does, then the first sign-in: the hub's administrator at the API. */
export async function firstAdministrator({ url, database }: HubAddress): Promise<GraphQLClient> {
  const token = newSecret();
  await createFirstAdministrator(database.ownerUrl, {
    agencyCode: 'HUB', agencyName: 'The regional hub', regionBand: 'Region', email: ADMINISTRATOR, displayName: 'First Admin',
    tokenHash: hashOfSecret(token), expiresAt: new Date(Date.now() + INVITED_MS),
  });
  const accepted = await acceptInvitation(url, token);
  if (accepted.status !== 204) throw new Error(`The invitation answered ${accepted.status}: ${await accepted.text()}`);
  return GraphQLClient.signIn(url, ADMINISTRATOR, PASSWORD);
}

export interface PersonWish {
  readonly agency: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly displayName?: string;
}

/** A user who was invited, set a password and signed in: all through the API, as people do. */
export async function person(admin: GraphQLClient, { agency, email, roles, displayName = 'Robin Tester' }: PersonWish): Promise<GraphQLClient & { userId: string }> {
  const { createUser } = await admin.query<{ createUser: { user: { id: string }; invitationToken: string } }>(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } invitationToken } }', { input: { agency, email, displayName, roles } });
  const accepted = await acceptInvitation(admin.url, createUser.invitationToken);
  if (accepted.status !== 204) throw new Error(`The invitation answered ${accepted.status}: ${await accepted.text()}`);
  return Object.assign(await GraphQLClient.signIn(admin.url, email, PASSWORD), { userId: createUser.user.id });
}

/** Two councils and a voluntary agency, members since long ago, under one live regional agreement up to a stage. */
export async function smallRegion(admin: GraphQLClient, { agreement = true, upToStage = 'S1' } = {}): Promise<void> {
  const agencies = [['NMB', 'Northmoor Borough', 'COUNCIL'], ['SVC', 'Southvale County', 'COUNCIL'], ['HWA', 'Hearthwood Adoption', 'VOLUNTARY']] as const;
  for (const [code, name, kind] of agencies) {
    await admin.query('mutation ($input: CreateAgencyInput!) { createAgency(input: $input) { code } }', { input: { code, name, kind, regionBand: 'Moors', memberSince: '2020-01-01' } });
  }
  if (!agreement) return;
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional agreement', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC', 'HWA', 'HUB'], upToStage },
  });
}
