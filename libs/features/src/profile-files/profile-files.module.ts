import { Module } from '@nestjs/common';
import { ProfileFiles } from './profile-files.service';

@Module({ providers: [ProfileFiles], exports: [ProfileFiles] })
export class ProfileFilesModule {}
