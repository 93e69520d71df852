import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { grantInForce } from '../disclosure/identified.queries';
import { PackPrinter, type PackFile } from '../packs/pack-printer';
import { householdContent, unitContent, type FoundProfile, type ProfileContent } from './profile-content.queries';

export type ProfiledSubject = 'UNIT' | 'HOUSEHOLD';

const EXPORT = { UNIT: 'children.export', HOUSEHOLD: 'adopters.export' } as const;
const CONTENT = { UNIT: unitContent, HOUSEHOLD: householdContent } as const;
const STAGE_NOTES = {
  S1: 'Stage S1, the profile: names and exact ages are not part of it.',
  S2: 'Stage S2, identified: granted to your agency or to you. Surnames, birth dates, addresses and photos are not part of it.',
} as const;
const PASSING_ON = 'Do not pass it on. What another agency shares can be changed or withdrawn at any time: what counts is the page in the hub, not this file.';

/** Profiles as files: generated from what was approved for sharing, never an uploaded one (trust.md ANON-7). */
@Injectable()
export class ProfileFiles {
  constructor(@Inject(PackPrinter) private readonly packs: PackPrinter, @Inject(Vault) private readonly vault: Vault) {}

  pdf(actor: Actor, subjectType: ProfiledSubject, reference: string): Promise<PackFile> {
    return this.packs.print<ProfileContent>(actor, {
      name: `profile-${reference}`, view: 'disclosure.view', leave: EXPORT[subjectType], about: { type: subjectType, reference, stage: 'S1' },
      read: async (tx) => released(await CONTENT[subjectType](tx, this.vault, reference), subjectType, reference),
      told: async (tx, { stage, fields, subjectId }) => ({ stage, fields, count: 1, ...(stage === 'S2' ? await grantInForce(tx, subjectType, subjectId) : {}) }),
      pack: ({ stage, sections }) => ({ title: `Profile of ${reference}`, note: `${STAGE_NOTES[stage]} ${PASSING_ON}`, sections }),
    });
  }
}

function released(found: FoundProfile, subjectType: ProfiledSubject, reference: string): ProfileContent {
  if (found === undefined) throw notFound(subjectType.toLowerCase(), reference);
  if (found === null) throw conflict('GUARD_FAILED', 'The profile has not been released to your agency, so there is nothing to download.');
  return found;
}
