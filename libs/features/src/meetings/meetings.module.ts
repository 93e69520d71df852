import { Module } from '@nestjs/common';
import { ActionsService } from './actions.service';
import { AgendaService } from './agenda.service';
import { LiveService } from './live.service';
import { MeetingsService } from './meetings.service';
import { MinutesFiles } from './minutes-file.service';
import { OutcomesService } from './outcomes.service';
import { PeopleService } from './people.service';
import { PlanService } from './plan.service';
import { ProposeService } from './propose.service';

const services = [MeetingsService, PlanService, AgendaService, PeopleService, LiveService, OutcomesService, ActionsService, ProposeService, MinutesFiles];

@Module({ providers: services, exports: services })
export class MeetingsModule {}
