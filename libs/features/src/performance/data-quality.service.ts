import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { csvText } from '@hub/domain/audit/csv';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { CHILD_QUALITY, childFaults, HOUSEHOLD_QUALITY, householdFaults, QUALITY_KINDS, type QualityKind } from '@hub/domain/performance/data-quality';
import { Vault } from '@hub/database/crypto/vault';
import { requestId } from '@hub/database/request-id';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import type { Tx } from '@hub/database/tx';
import { Clock } from '@hub/platform/clock';
import { childRecords, householdRecords } from './data-quality.queries';

/** How often a rule is broken in the own agency's records, and where. */
export interface QualityFinding {
  readonly subject: 'CHILD' | 'HOUSEHOLD';
  readonly code: string;
  readonly kind: QualityKind;
  readonly says: string;
  readonly count: number;
  /** For who may open them; else empty. */
  readonly records: readonly { readonly record: string; readonly reference: string }[];
}

export interface DataQuality {
  readonly children: number;
  readonly households: number;
  /** Rules that are broken, in their order; how often is told to everybody who may ask. */
  readonly findings: readonly QualityFinding[];
}

/** Records of the own agency that lack a fact, contradict themselves, or were not moved for long. */
@Injectable()
export class DataQualityService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  read(actor: Actor): Promise<DataQuality> {
    return this.uow.run(actor, 'dataQuality.read', (tx) => qualityOf(tx, this.vault, actor, isoDate(this.clock.today())));
  }

  /** What the page shows, with who took it and when. */
  async csv(actor: Actor): Promise<Buffer> {
    const { findings } = await this.uow.run(actor, 'dataQuality.export', (tx) => qualityOf(tx, this.vault, actor, isoDate(this.clock.today())));
    const watermark = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: 'to put records right', requestId: requestId() });
    const lines = findings.flatMap(({ subject, code, kind, says, count, records }) =>
      (records.length === 0 ? [[subject, null, null]] : records.map(({ record, reference }) => [subject, record, reference])).map((where) => [...where, code, QUALITY_KINDS[kind], says, records.length === 0 ? count : null]));
    return Buffer.from(csvText([['About', 'Record', 'Reference', 'Rule', 'Kind', 'What is the matter', 'How often'], ...lines, [watermark]]), 'utf8');
  }
}

async function qualityOf(tx: Tx, vault: Vault, actor: Actor, today: IsoDate): Promise<DataQuality> {
  const [children, households] = [await childRecords(tx, vault, actor.agencyId), await householdRecords(tx, vault, actor.agencyId)];
  const findings = [
    ...findingsOf('CHILD', CHILD_QUALITY, children.map((one) => ({ ...one, codes: childFaults(one.facts, today) })), can(actor, 'children.viewIdentity')),
    ...findingsOf('HOUSEHOLD', HOUSEHOLD_QUALITY, households.map((one) => ({ ...one, codes: householdFaults(one.facts, today) })), can(actor, 'adopters.viewIdentity')),
  ];
  shown({ count: findings.reduce((sum, { records }) => sum + records.length, 0) });
  return { children: children.length, households: households.length, findings };
}

interface Faulty { readonly record: string; readonly reference: string; readonly codes: readonly string[] }

function findingsOf(subject: QualityFinding['subject'], rules: Readonly<Record<string, { readonly kind: QualityKind; readonly says: string }>>, records: readonly Faulty[], mayOpen: boolean): readonly QualityFinding[] {
  return Object.entries(rules).flatMap(([code, { kind, says }]) => {
    const found = records.filter(({ codes }) => codes.includes(code));
    return found.length === 0 ? [] : [{ subject, code, kind, says, count: found.length, records: mayOpen ? found.map(({ record, reference }) => ({ record, reference })) : [] }];
  });
}
