import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { ConsentScope } from '@hub/domain/disclosure/consent';
import type { Consent } from '@hub/features/disclosure/consents.queries';
import { ConsentsService, type AskedConsent } from '@hub/features/disclosure/consents.service';
import { askedConsent, caseReference, consentScopes } from '@hub/features/disclosure/safeguard-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { AdopterConsentModel, ConsentScopeEnum, RecordConsentInput } from './consent.model';

@Resolver()
export class ConsentsResolver {
  constructor(private readonly consents: ConsentsService) {}

  @Query(() => [AdopterConsentModel], { name: 'adopterConsents', description: 'Every answer of a household, the newest first.' })
  list(@CurrentActor() actor: Actor, @Args('household', { type: () => String }) household: string): Promise<Consent[]> {
    return this.consents.list(actor, household);
  }

  @Mutation(() => [AdopterConsentModel])
  recordConsent(@CurrentActor() actor: Actor, @Args('input', { type: () => RecordConsentInput }, new ZodPipe(askedConsent)) input: AskedConsent): Promise<Consent[]> {
    return this.consents.record(actor, input);
  }

  @Mutation(() => [AdopterConsentModel], { description: 'With effect on the very next read.' })
  withdrawConsent(
    @CurrentActor() actor: Actor,
    @Args('household', { type: () => String }, new ZodPipe(caseReference)) household: string,
    @Args('scopes', { type: () => [ConsentScopeEnum] }, new ZodPipe(consentScopes)) scopes: ConsentScope[],
  ): Promise<Consent[]> {
    return this.consents.withdraw(actor, household, scopes);
  }
}
