import type { Audience, GrantStage } from '@hub/domain/disclosure/grant';
import { conflict, invalid } from '@hub/domain/errors';
import { row, rows, type Tx } from '@hub/database/tx';
import { findAgency } from '../agencies/agencies.queries';

/** Whom people name: nobody for every partner, an agency by its code, or a person of it by the address at work. */
export interface AudienceRequest {
  readonly agency?: string | null;
  readonly person?: string | null;
  /** The reference of the agreement; without it the one that lasts longest. */
  readonly agreement?: string | null;
}

export interface ResolvedAudience {
  readonly audience: Audience;
  readonly audienceAgencyId: string | null;
  readonly audienceUserId: string | null;
  readonly agreementId: string | null;
}

const EVERY_PARTNER: ResolvedAudience = { audience: 'PARTNERS', audienceAgencyId: null, audienceUserId: null, agreementId: null };

/** Who is meant, and under which live agreement that allows the stage; else what is missing, in words. */
export async function resolveAudience(tx: Tx, { agency: code, person, agreement }: AudienceRequest, stage: GrantStage): Promise<ResolvedAudience> {
  if (!code) {
    if (stage === 'S1' && !person) return EVERY_PARTNER;
    throw invalid([{ path: 'agency', message: 'Name the agency that it is for.' }]);
  }
  const agency = await findAgency(tx, code);
  if (!agency) throw invalid([{ path: 'agency', message: 'This agency is not known.' }]);
  const agreementId = await agreementWith(tx, agency.id, stage, agreement ?? null);
  if (!person) return { audience: 'AGENCY', audienceAgencyId: agency.id, audienceUserId: null, agreementId };
  const colleague = await row<{ id: string }>(tx, 'select id from hub.find_colleague($1::uuid, $2)', [agency.id, person.trim()]);
  if (!colleague) throw invalid([{ path: 'person', message: 'Nobody at that agency signs in with this e-mail address.' }]);
  return { audience: 'PERSON', audienceAgencyId: agency.id, audienceUserId: colleague.id, agreementId };
}

async function agreementWith(tx: Tx, agencyId: string, stage: GrantStage, reference: string | null): Promise<string> {
  const live = await rows<{ id: string; reference: string; allows: boolean }>(tx, `
    select a.id, a.reference, a.up_to_stage >= $2 as allows from hub.sharing('S0') s join hub.agreement a on a.id = s.agreement_id
    where s.agency_id = $1::uuid order by a.ends_on desc nulls first, a.reference`, [agencyId, stage]);
  const named = reference === null ? live : live.filter((one) => one.reference === reference);
  if (named.length === 0) throw conflict('NO_LIVE_AGREEMENT', 'No live agreement lets this agency share with that one.');
  const found = named.find(({ allows }) => allows);
  if (!found) throw conflict('NO_LIVE_AGREEMENT', `The agreement with that agency does not allow stage ${stage}. It has to be agreed first.`);
  return found.id;
}

/** Does the grant's own agreement let it be approved today? */
export async function isAgreed(tx: Tx, grantId: string): Promise<boolean> {
  const found = await row<{ ok: boolean }>(tx, `
    select case when g.agreement_id is null then exists (select from hub.partners(g.stage))
      else exists (select from hub.sharing(g.stage) s where s.agreement_id = g.agreement_id and s.agency_id = g.audience_agency_id) end as ok
    from hub.disclosure_grant g where g.id = $1::uuid`, [grantId]);
  return found?.ok ?? false;
}
