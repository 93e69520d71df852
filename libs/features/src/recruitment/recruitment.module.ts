import { Module } from '@nestjs/common';
import { AssessmentService } from './assessment.service';
import { BoardFiles } from './board-files.service';
import { BoardService } from './board.service';
import { EnquiriesService } from './enquiries.service';
import { CoursesService } from './courses.service';

const SERVICES = [AssessmentService, BoardService, BoardFiles, CoursesService, EnquiriesService];

@Module({ providers: SERVICES, exports: SERVICES })
export class RecruitmentModule {}
