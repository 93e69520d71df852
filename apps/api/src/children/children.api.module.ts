import { Module } from '@nestjs/common';
import { ChildrenModule } from '@hub/features/children/children.module';
import { ChildrenResolver } from './children.resolver';
import { ReleasesResolver } from './releases.resolver';
import { UnitsResolver } from './units.resolver';

@Module({ imports: [ChildrenModule], providers: [UnitsResolver, ChildrenResolver, ReleasesResolver], exports: [ChildrenModule] })
export class ChildrenApiModule {}
