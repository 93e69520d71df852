import { Module } from '@nestjs/common';
import { RecruitmentModule } from '@hub/features/recruitment/recruitment.module';
import { BoardFilesController } from './board-files.controller';
import { CoursesResolver } from './courses.resolver';
import { EnquiriesResolver } from './enquiries.resolver';
import { RecruitmentResolver } from './recruitment.resolver';

@Module({ imports: [RecruitmentModule], controllers: [BoardFilesController], providers: [RecruitmentResolver, CoursesResolver, EnquiriesResolver] })
export class RecruitmentApiModule {}
