import { Module } from '@nestjs/common';
import { MeetingsModule } from '@hub/features/meetings/meetings.module';
import { MeetingsResolver, MyMeetingsResolver } from './meetings.resolver';
import { MeetingPlanResolver } from './plan.resolver';
import { MeetingRecordResolver } from './record.resolver';

@Module({ imports: [MeetingsModule], providers: [MeetingsResolver, MyMeetingsResolver, MeetingPlanResolver, MeetingRecordResolver] })
export class MeetingsApiModule {}
