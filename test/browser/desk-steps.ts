import type { Page } from 'playwright-core';
import type { GraphQLClient } from '../harness/graphql-client';
import { PASSWORD } from '../harness/people';
import { Keyboard } from './keyboard';
import { settled, type Watched } from './watched-page';

/** Somebody signs in by keyboard and goes to a page. */
export async function signedInAt({ page }: Watched, email: string, path: string): Promise<Page> {
  await page.context().clearCookies();
  await page.goto('/');
  const keys = new Keyboard(page);
  await keys.write('Email address', email);
  await keys.write('Password', PASSWORD);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  await page.goto(path);
  await settled(page);
  return page;
}

/** A child for whom a family is sought, by the references of unit and child. */
export async function soughtChild(finder: GraphQLClient, more: object = {}): Promise<{ readonly unit: string; readonly child: string }> {
  const { createChild: made } = await finder.query<{ createChild: { reference: string; record: { version: number; children: { reference: string }[] } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version children { reference } } } }',
    { input: { facts: { externalId: 'B1', firstName: 'Robin', lastName: 'Sparrow', dateOfBirth: '2022-05-05', sex: 'F', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15', ...more } } });
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: made.reference, version: made.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  return { unit: made.reference, child: made.record.children[0]?.reference ?? '' };
}

/** A profile, asked for by one and approved by another. */
export async function releasedProfile(asks: GraphQLClient, approves: GraphQLClient, { subjectType, subject, until }: { readonly subjectType: 'UNIT' | 'HOUSEHOLD'; readonly subject: string; readonly until: string }): Promise<void> {
  const { requestRelease } = await asks.query<{ requestRelease: { id: string } }>('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType, subject, purpose: 'x', about: 'Likes trains.' } });
  await approves.query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id: requestRelease.id, until });
}
