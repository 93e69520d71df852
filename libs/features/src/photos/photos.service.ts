import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { DomainError, notFound } from '@hub/domain/errors';
import { PHOTO_LIMITS, photoRefusal } from '@hub/domain/photos/photo-file';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { PhotoEncoder } from '@hub/platform/photos/photo-encoder';
import { newReference } from '@hub/platform/reference';
import { deletePhoto, findPhotographed, openPhoto, photoGrantInForce, savePhoto, type PhotoAddress, type PhotoOf } from './photos.queries';

const EDIT = { CHILD: 'children.edit', HOUSEHOLD: 'adopters.edit' } as const;
const VIEW = { UNIT: 'children.viewIdentity', HOUSEHOLD: 'adopters.viewIdentity' } as const;

const REFUSED = {
  DAMAGED: 'The photo is damaged, or it is no picture. Open it, save it as a JPEG and choose that.',
  TOO_MANY_PIXELS: 'The photo has more than 50 million pixels. Save it smaller and choose that.',
  TOO_MUCH_WORK: 'The photo took too long or too much memory to read, so it was given up. Save it as a JPEG and choose that.',
} as const;

export interface SentPhoto {
  readonly bytes: Buffer;
  readonly idempotencyKey?: string | null;
}

/** Photos of the own agency's records. Only what was drawn anew from a file is kept of it (trust.md ANON-6). */
@Injectable()
export class PhotosService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(PhotoEncoder) private readonly encoder: PhotoEncoder) {}

  /** In the place of an earlier one. Nobody is shown it before two people have decided so; sent twice under one key it is put once, and keeps what was decided meanwhile. */
  async put(actor: Actor, of: PhotoOf, reference: string, { bytes, idempotencyKey }: SentPhoto): Promise<void> {
    const refusal = photoRefusal(bytes);
    if (refusal) throw refusal;
    const about = { type: of, reference } as const;
    // Asked before the work is done, for whoever may not; and again with it.
    await this.uow.run(actor, EDIT[of], (tx) => mustFind(tx, of, reference), about);
    const encoded = await this.encoder.encode(bytes, PHOTO_LIMITS);
    if ('refused' in encoded) throw new DomainError('FILE_REFUSED', REFUSED[encoded.refused]);
    const body = { ...about, file: createHash('sha256').update(bytes).digest('hex') };
    await this.uow.run(actor, EDIT[of], (tx) => once(tx, this.vault, actor, { operation: 'photos.put', key: idempotencyKey, body }, async () => {
      const { id } = await mustFind(tx, of, reference);
      const photo = newReference();
      await savePhoto(tx, this.vault, of, { id, agencyId: actor.agencyId, reference: photo, image: encoded.image, addedBy: actor.userId });
      shown({ fields: ['photo'] });
      return { photo };
    }), about);
  }

  /** For everybody at once: no grant shows what is not there. */
  async remove(actor: Actor, of: PhotoOf, reference: string): Promise<void> {
    await this.uow.run(actor, EDIT[of], async (tx) => {
      const { id } = await mustFind(tx, of, reference);
      if (!(await deletePhoto(tx, of, id))) throw notFound('photo');
    }, { type: of, reference });
  }

  /** Of a record of the own agency. */
  own(actor: Actor, address: PhotoAddress): Promise<Buffer> {
    return this.uow.run(actor, VIEW[address.subjectType], async (tx) => {
      const image = await this.mustOpen(tx, address);
      shown({ fields: ['photo'] });
      return image;
    }, { type: address.subjectType, reference: address.subject, stage: 'OWN' });
  }

  /** Of another agency's record, while a grant shows it. */
  granted(actor: Actor, address: PhotoAddress): Promise<Buffer> {
    return this.uow.run(actor, 'disclosure.view', async (tx) => {
      const image = await this.mustOpen(tx, address);
      shown({ fields: ['photo'], ...(await photoGrantInForce(tx, address.photo)) });
      return image;
    }, { type: address.subjectType, reference: address.subject, stage: 'S2' });
  }

  private async mustOpen(tx: Tx, address: PhotoAddress): Promise<Buffer> {
    const image = await openPhoto(tx, this.vault, address);
    if (!image) throw notFound('photo');
    return image;
  }
}

async function mustFind(tx: Tx, of: PhotoOf, reference: string): Promise<{ id: string }> {
  const found = await findPhotographed(tx, of, reference);
  if (!found) throw notFound(of.toLowerCase());
  return found;
}
