import { Module } from '@nestjs/common';
import { PacksModule } from '../packs/packs.module';
import { ProfileFiles } from './profile-files.service';

@Module({ imports: [PacksModule], providers: [ProfileFiles], exports: [ProfileFiles] })
export class ProfileFilesModule {}
