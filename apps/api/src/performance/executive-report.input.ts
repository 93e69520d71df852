import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Pence } from '@hub/domain/fees/money';
import type { ReportSection } from '@hub/domain/performance/executive-report';
import type { ActionRequest, FinishRequest, MoneyRequest, SectionRequest, SignRequest } from '@hub/features/performance/executive-reports.service';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';

@InputType({ isAbstract: true })
abstract class OfHalfYear {
  @Field(() => LocalDate, { description: 'The first day of the half-year: 1 April or 1 October.' })
  from!: IsoDate;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('ReportSectionInput')
export class ReportSectionInput extends OfHalfYear implements SectionRequest {
  @Field(() => String, { description: 'WAITING, WAITS, APPLICATIONS, RECRUITMENT, PLACED, DISRUPTIONS, CHANGES, FINANCE.' })
  section!: ReportSection;

  @Field(() => Int, { description: 'Of the words that the person saw; 0 where there were none.' })
  version!: number;

  @Field(() => String)
  words!: string;
}

@InputType('ReportMoneyInput')
export class ReportMoneyInput extends OfHalfYear implements MoneyRequest {
  @Field(() => Int)
  version!: number;

  @Field(() => Int, { nullable: true, description: 'Pence.' })
  budget?: Pence | null;

  @Field(() => Int, { nullable: true, description: 'Pence.' })
  spent?: Pence | null;
}

@InputType('ReportActionInput')
export class ReportActionInput extends OfHalfYear implements ActionRequest {
  @Field(() => String)
  section!: ReportSection;

  @Field(() => String)
  words!: string;

  @Field(() => ID, { description: 'A colleague.' })
  owner!: string;

  @Field(() => LocalDate)
  dueOn!: IsoDate;

  @Field(() => LocalDate)
  reviewOn!: IsoDate;
}

@InputType('ReportActionDoneInput')
export class ReportActionDoneInput extends OfHalfYear implements FinishRequest {
  @Field(() => ID)
  action!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => LocalDate)
  doneOn!: IsoDate;
}

@InputType('ReportSignatureInput')
export class ReportSignatureInput extends OfHalfYear implements SignRequest {
  @Field(() => String, { description: 'Of the report that the person read.' })
  digest!: string;
}
