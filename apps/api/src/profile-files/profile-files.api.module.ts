import { Module } from '@nestjs/common';
import { ProfileFilesModule } from '@hub/features/profile-files/profile-files.module';
import { ProfileFilesController } from './profile-files.controller';

@Module({ imports: [ProfileFilesModule], controllers: [ProfileFilesController] })
export class ProfileFilesApiModule {}
