import { Module } from '@nestjs/common';
import { AssessmentService } from './assessment.service';
import { BoardFiles } from './board-files.service';
import { BoardService } from './board.service';
import { CoursesService } from './courses.service';

const SERVICES = [AssessmentService, BoardService, BoardFiles, CoursesService];

@Module({ providers: SERVICES, exports: SERVICES })
export class RecruitmentModule {}
