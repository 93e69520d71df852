import { Module } from '@nestjs/common';
import { MeetingsModule } from '@hub/features/meetings/meetings.module';
import { CalendarController } from './calendar.controller';
import { MeetingFilesController } from './meeting-files.controller';
import { MeetingsResolver, MyMeetingsResolver } from './meetings.resolver';
import { MeetingPlanResolver } from './plan.resolver';
import { MeetingRecordResolver } from './record.resolver';

@Module({ imports: [MeetingsModule], controllers: [CalendarController, MeetingFilesController], providers: [MeetingsResolver, MyMeetingsResolver, MeetingPlanResolver, MeetingRecordResolver] })
export class MeetingsApiModule {}
