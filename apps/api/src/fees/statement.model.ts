import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Trigger } from '@hub/domain/fees/instalments';
import type { FeeSide } from '@hub/domain/fees/item-events';
import type { Pence } from '@hub/domain/fees/money';
import type { Statement, StatementLine, StatementTotal, Sums } from '@hub/domain/fees/statement';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';

@ObjectType({ isAbstract: true })
abstract class SumsModel implements Sums {
  @Field(() => Int)
  opening!: Pence;

  @Field(() => Int)
  due!: Pence;

  @Field(() => Int)
  invoiced!: Pence;

  @Field(() => Int)
  paid!: Pence;

  @Field(() => Int)
  waived!: Pence;

  @Field(() => Int)
  closing!: Pence;

  @Field(() => String)
  side!: FeeSide;
}

@ObjectType('FeeStatementLine', { description: 'One sum in a quarter: opening + due - paid - waived is closing. Pence.' })
export class FeeStatementLineModel extends SumsModel implements StatementLine {
  @Field(() => String)
  placement!: string;

  @Field(() => String, { description: 'The other agency’s code.' })
  other!: string;

  @Field(() => String)
  trigger!: Trigger;

  @Field(() => Int)
  number!: number;

  @Field(() => LocalDate)
  dueOn!: IsoDate;

  @Field(() => Int)
  amount!: Pence;

  @Field(() => String, { nullable: true })
  invoiceNumber!: string | null;

  @Field(() => LocalDate, { nullable: true })
  invoicedOn!: IsoDate | null;
}

@ObjectType('FeeStatementTotal')
export class FeeStatementTotalModel extends SumsModel implements StatementTotal {
  @Field(() => String, { nullable: true, description: 'The other agency’s code; null: all agencies.' })
  other!: string | null;
}

@ObjectType('FeeStatement', { description: 'What the own agency owed and was owed in a quarter of the financial year.' })
export class FeeStatementModel implements Statement {
  @Field(() => [FeeStatementLineModel])
  lines!: readonly StatementLine[];

  @Field(() => [FeeStatementTotalModel])
  totals!: readonly StatementTotal[];
}
