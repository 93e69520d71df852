import { Module } from '@nestjs/common';
import { AgenciesModule } from '@hub/features/agencies/agencies.module';
import { SessionsResolver } from '../users/sessions.resolver';
import { UsersResolver } from '../users/users.resolver';
import { AgreementDocumentsController } from './agreement-documents.controller';
import { AgenciesResolver } from './agencies.resolver';
import { PersonResolver } from './person.resolver';

@Module({ imports: [AgenciesModule], controllers: [AgreementDocumentsController], providers: [AgenciesResolver, PersonResolver, UsersResolver, SessionsResolver] })
export class AgenciesApiModule {}
