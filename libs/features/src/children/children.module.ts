import { Module } from '@nestjs/common';
import { CardsService } from './cards.service';
import { ChildrenService } from './children.service';
import { ReleasesService } from './releases.service';
import { UnitsService } from './units.service';
import { WorkersService } from './workers.service';

const SERVICES = [UnitsService, ChildrenService, ReleasesService, WorkersService, CardsService];

@Module({ providers: SERVICES, exports: SERVICES })
export class ChildrenModule {}
