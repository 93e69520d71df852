import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { conflict, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { requestId } from '@hub/database/request-id';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { PdfPrinter } from '@hub/platform/pdf/pdf-printer';
import { grantInForce } from '../disclosure/identified.queries';
import { householdContent, unitContent, type ProfileContent } from './profile-content.queries';
import { profileHtml } from './profile-html';

export type ProfiledSubject = 'UNIT' | 'HOUSEHOLD';

export interface ProfileFile {
  readonly name: string;
  readonly content: Buffer;
}

const EXPORT = { UNIT: 'children.export', HOUSEHOLD: 'adopters.export' } as const;
const CONTENT = { UNIT: unitContent, HOUSEHOLD: householdContent } as const;

/** Profiles as files: generated from what was approved for sharing, never an uploaded one (trust.md ANON-7). */
@Injectable()
export class ProfileFiles {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault,
    @Inject(PdfPrinter) private readonly printer: PdfPrinter, @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Made for who asks, while they wait, and kept nowhere: there is no link that could be opened later or by another (trust.md UPL-5).
   * Printing takes a moment, so what is shared is read again before the file leaves; if it is not the same any more, none does (AZ-7).
   */
  async pdf(actor: Actor, subjectType: ProfiledSubject, reference: string): Promise<ProfileFile> {
    const profile = await this.look(actor, 'disclosure.view', subjectType, reference);
    const watermark = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'for family finding', requestId: requestId() });
    const content = await this.printer.print(profileHtml({ reference, stage: profile.stage, sections: profile.sections, watermark }), watermark);
    if (!content) throw conflict('GUARD_FAILED', 'This hub has no browser to make a PDF with. Print the page instead.');
    await this.look(actor, EXPORT[subjectType], subjectType, reference, profile);
    return { name: `profile-${reference}.pdf`, content };
  }

  /** `printed`: what must still be what is shared. */
  private look(actor: Actor, action: Action, subjectType: ProfiledSubject, reference: string, printed?: ProfileContent): Promise<ProfileContent> {
    return this.uow.run(actor, action, async (tx) => {
      const found = await CONTENT[subjectType](tx, this.vault, reference);
      if (found === undefined) throw notFound(subjectType.toLowerCase(), reference);
      if (found === null) throw conflict('GUARD_FAILED', 'The profile has not been released to your agency, so there is nothing to download.');
      if (printed && JSON.stringify(found) !== JSON.stringify(printed)) throw conflict('GUARD_FAILED', 'What is shared of this record changed while the file was made. Open the record again.');
      const { stage, fields, subjectId } = found;
      shown({ stage, fields, count: 1, ...(stage === 'S2' ? await grantInForce(tx, subjectType, subjectId) : {}) });
      return found;
    }, { type: subjectType, reference, stage: 'S1' });
  }
}
