import { Module } from '@nestjs/common';
import { AssessmentService } from './assessment.service';
import { BoardFiles } from './board-files.service';
import { BoardService } from './board.service';
import { CoursesService } from './courses.service';
import { DistrictsService } from './districts.service';
import { EnquiriesService } from './enquiries.service';
import { PassedOnService } from './passed-on.service';

const SERVICES = [AssessmentService, BoardService, BoardFiles, CoursesService, EnquiriesService, PassedOnService, DistrictsService];

@Module({ providers: SERVICES, exports: SERVICES })
export class RecruitmentModule {}
