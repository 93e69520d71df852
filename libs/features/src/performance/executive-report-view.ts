import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Sums } from '@hub/domain/fees/statement';
import type { FeeSide } from '@hub/domain/fees/item-events';
import type { ReportFigure, ReportSection } from '@hub/domain/performance/executive-report';
import type { AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';

export interface SectionView {
  readonly code: ReportSection;
  readonly title: string;
  readonly figures: readonly ReportFigure[];
  /** Null where nobody has written anything yet. */
  readonly words: string | null;
  readonly writtenBy: string | null;
  /** Of the words; 0 where there are none. */
  readonly version: number;
}

export interface ActionView {
  readonly id: string;
  readonly section: ReportSection;
  readonly words: string | null;
  readonly owner: string;
  readonly dueOn: IsoDate;
  readonly reviewOn: IsoDate;
  readonly doneOn: IsoDate | null;
  readonly promisedIn: IsoDate;
  readonly version: number;
}

/** Pence. Between agencies, whatever the region's partnerships owe nothing for. */
export interface FeeSums extends Sums {
  readonly side: FeeSide;
}

/** Words beside an indicator in a month of the half-year. */
export interface CommentView {
  readonly code: string;
  readonly month: string;
  readonly words: string | null;
  readonly author: string;
}

/** What is signed: everything that the report says, and nothing that changes afterwards. */
export interface ReportContent {
  readonly agency: Pick<AgencySummary, 'code' | 'name'>;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** What was known on this day was counted. */
  readonly dataDate: IsoDate;
  /** Of the indicators among the figures; null where none was reckoned. */
  readonly edition: string | null;
  /** What was known on this day was counted in them. */
  readonly editionDate: IsoDate | null;
  readonly sections: readonly SectionView[];
  readonly fees: readonly FeeSums[];
  readonly budget: number | null;
  readonly spent: number | null;
  readonly actions: readonly ActionView[];
  readonly comments: readonly CommentView[];
  readonly signedBy: string | null;
}

export interface ExecutiveReport extends ReportContent {
  /** Changes with anything that the report says: a signature names what was read. */
  readonly digest: string;
  readonly version: number;
  readonly signedAt: Date | null;
  /** The half-year has ended. */
  readonly isOver: boolean;
  readonly mayWrite: boolean;
  readonly maySign: boolean;
  /** Who can own an action. */
  readonly colleagues: readonly Person[];
}

export interface ReportSummary {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly isBegun: boolean;
  readonly signedAt: Date | null;
  readonly signedBy: string | null;
}
