import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { conflict } from '@hub/domain/errors';
import { requestId } from '@hub/database/request-id';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork, type About, type Shown } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { PdfPrinter } from '@hub/platform/pdf/pdf-printer';
import { packHtml, type Pack } from './pack-html';

export interface PackFile {
  readonly name: string;
  readonly content: Buffer;
}

/** What a file is made of, and how it is read. */
export interface PackRequest<T> {
  /** Of the file, without its ending. */
  readonly name: string;
  /** The action that shows it, and the one by which it leaves. */
  readonly view: Action;
  readonly leave: Action;
  /** By which it is read the second time, where the one by which it leaves meets no rows. */
  readonly again?: Action;
  readonly about?: About;
  /** Throws where there is nothing to take along. As JSON it must be the same at the second look, else nothing leaves. */
  readonly read: (tx: Tx) => Promise<T>;
  /** For the log. */
  readonly told: (tx: Tx, found: T) => Promise<Shown>;
  readonly pack: (found: T) => Pack;
}

/** Pages as files: tagged PDFs, generated from what the page shows, with by whom, when and for what they were made (trust.md UPL-7). */
@Injectable()
export class PackPrinter {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(PdfPrinter) private readonly printer: PdfPrinter, @Inject(Clock) private readonly clock: Clock) {}

  /**
   * Made for who asks, while they wait, and kept nowhere: there is no link that could be opened later or by another (trust.md UPL-5).
   * Printing takes a moment, so what is shown is read again before the file leaves; if it is not the same any more, none does (AZ-7).
   */
  async print<T>(actor: Actor, request: PackRequest<T>): Promise<PackFile> {
    const found = await this.look(actor, request.view, request);
    const watermark = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'for family finding', requestId: requestId() });
    const content = await this.printer.print(packHtml(request.pack(found), watermark), watermark);
    if (!content) throw conflict('GUARD_FAILED', 'This hub has no browser to make a PDF with. Print the page instead.');
    await this.look(actor, request.again ?? request.leave, request, JSON.stringify(found));
    if (request.again) await this.uow.run(actor, request.leave, async (tx) => shown(await request.told(tx, found)), request.about);
    return { name: `${request.name}.pdf`, content };
  }

  private look<T>(actor: Actor, action: Action, { about, read, told }: PackRequest<T>, printed?: string): Promise<T> {
    return this.uow.run(actor, action, async (tx) => {
      const found = await read(tx);
      const what = await told(tx, found);
      if (printed !== undefined && JSON.stringify(found) !== printed) throw conflict('GUARD_FAILED', 'What is shown changed while the file was made. Open the page again.');
      shown(what);
      return found;
    }, about);
  }
}
