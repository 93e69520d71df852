import { Module } from '@nestjs/common';
import { RemindersService } from './reminders.service';
import { WorkService } from './work.service';

@Module({ providers: [WorkService, RemindersService], exports: [WorkService, RemindersService] })
export class WorkModule {}
