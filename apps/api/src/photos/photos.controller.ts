import { Controller, Delete, Get, HttpCode, Param, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { idempotencyKey } from '@hub/features/children/inputs';
import { optionalGrantId } from '@hub/features/disclosure/inputs';
import { PreviewService } from '@hub/features/disclosure/preview.service';
import { photoAddress, photoOf } from '@hub/features/photos/inputs';
import type { PhotoAddress, PhotoOf } from '@hub/features/photos/photos.queries';
import { PhotosService } from '@hub/features/photos/photos.service';
import type { Response } from 'express';
import type { AuthenticatedRequest } from '../graphql/context';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { refuse } from '../http/refuse';
import { readUpload } from '../interchange/read-upload';

/** Pictures in and out. An address says with whose eyes: the own record, what is granted, or a preview of that. */
@Controller('photos')
export class PhotosController {
  constructor(private readonly photos: PhotosService, private readonly previews: PreviewService) {}

  @Get('own/:kind/:subject/:photo')
  async own(@CurrentActor() actor: Actor, @Param(new ZodPipe(photoAddress)) address: PhotoAddress): Promise<StreamableFile> {
    return picture(await this.photos.own(actor, address));
  }

  @Get('granted/:kind/:subject/:photo')
  async granted(@CurrentActor() actor: Actor, @Param(new ZodPipe(photoAddress)) address: PhotoAddress): Promise<StreamableFile> {
    return picture(await this.photos.granted(actor, address));
  }

  /** `grant`: one that waits, as if it were approved. */
  @Get('seen-by/:agency/:kind/:subject/:photo')
  async seenBy(
    @CurrentActor() actor: Actor,
    @Param('agency') agency: string,
    @Param(new ZodPipe(photoAddress)) address: PhotoAddress,
    @Query('grant', new ZodPipe(optionalGrantId)) grant?: string | null,
  ): Promise<StreamableFile> {
    return picture(await this.previews.photo(actor, address, { agency, grant }));
  }

  /** The bytes themselves as the body, in the place of an earlier photo. */
  @Put(':of/:reference')
  @HttpCode(204)
  async put(
    @CurrentActor() actor: Actor, @Param('of', new ZodPipe(photoOf)) of: PhotoOf, @Param('reference') reference: string,
    @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    // An address and a file have no other place for it.
    const key = new ZodPipe(idempotencyKey).transform(request.headers['idempotency-key']);
    if (!request.is('application/octet-stream')) {
      refuse(request, response, 415, 'FILE_REFUSED', 'Send the bytes of the file as application/octet-stream.');
      return;
    }
    await this.photos.put(actor, of, reference, { bytes: await readUpload(request), idempotencyKey: key });
  }

  @Delete(':of/:reference')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('of', new ZodPipe(photoOf)) of: PhotoOf, @Param('reference') reference: string): Promise<void> {
    await this.photos.remove(actor, of, reference);
  }
}

/** Shown in the page, so it is no attachment; its type and its name are of the server's making (trust.md UPL-5). */
const picture = (image: Buffer): StreamableFile => new StreamableFile(image, { type: 'image/jpeg', disposition: 'inline; filename="photo.jpg"', length: image.length });
