import { Module } from '@nestjs/common';
import { PanelsModule } from '@hub/features/panels/panels.module';
import { MyDecisionsResolver, PanelsResolver } from './panels.resolver';
import { PanelPlanResolver } from './plan.resolver';
import { PanelRecordResolver } from './record.resolver';

@Module({ imports: [PanelsModule], providers: [PanelsResolver, MyDecisionsResolver, PanelPlanResolver, PanelRecordResolver] })
export class PanelsApiModule {}
