import type { Month } from '@hub/domain/performance/periods';
import type { SourceKind } from '@hub/domain/performance/source';
import type { Tally } from '@hub/domain/performance/tally';

export interface CountedAgency {
  readonly id: string;
  readonly code: string;
  readonly kind: 'COUNCIL' | 'VOLUNTARY';
}

/** What one source tells of an agency, month by month. */
export interface AgencyMonths {
  readonly agencyId: string;
  readonly source: SourceKind;
  /** One source of an agency is. */
  readonly isUsed: boolean;
  readonly months: ReadonlyMap<Month, Readonly<Record<string, Tally>>>;
}
