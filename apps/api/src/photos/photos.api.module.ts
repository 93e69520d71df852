import { Module } from '@nestjs/common';
import { DisclosureModule } from '@hub/features/disclosure/disclosure.module';
import { PhotosModule } from '@hub/features/photos/photos.module';
import { PhotosController } from './photos.controller';

@Module({ imports: [PhotosModule, DisclosureModule], controllers: [PhotosController] })
export class PhotosApiModule {}
