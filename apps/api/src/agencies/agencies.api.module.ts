import { Module } from '@nestjs/common';
import { AgenciesModule } from '@hub/features/agencies/agencies.module';
import { UsersResolver } from '../users/users.resolver';
import { AgenciesResolver } from './agencies.resolver';

@Module({ imports: [AgenciesModule], providers: [AgenciesResolver, UsersResolver] })
export class AgenciesApiModule {}
