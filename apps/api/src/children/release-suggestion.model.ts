import type { FindingKind } from '@hub/domain/anonymity/text/finding';
import type { ReleaseSuggestion, SuggestedText } from '@hub/features/children/release-suggestion';
import type { ReleaseSubject, ReleaseText } from '@hub/features/children/releases.queries';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { ReleaseSubjectEnum } from './release.model';

@ObjectType('Finding', { description: 'Where a text tells too much; from and to count UTF-16 units of the original.' })
export class FindingModel {
  @Field(() => Int)
  from!: number;

  @Field(() => Int)
  to!: number;

  @Field(() => String)
  kind!: FindingKind;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  replacement!: string;

  @Field(() => Boolean, { description: 'It cannot stay. What is not certain a person decides.' })
  certain!: boolean;
}

@ObjectType('SuggestedText')
export class SuggestedTextModel implements SuggestedText {
  @Field(() => String, { description: 'ABOUT or EXPERIENCE.' })
  field!: ReleaseText['field'];

  @Field(() => String)
  original!: string;

  @Field(() => String)
  suggestion!: string;

  @Field(() => [FindingModel])
  findings!: SuggestedText['findings'];
}

@ObjectType('SuggestedGuard', { description: 'What the guard leaves out of the card and the profile, and whether too few would still look like it.' })
export class SuggestedGuardModel {
  @Field(() => [String])
  leftOut!: readonly string[];

  @Field(() => Boolean)
  below!: boolean;
}

@ObjectType('ReleaseSuggestion', { description: 'Checked by software; the people who release are responsible.' })
export class ReleaseSuggestionModel implements ReleaseSuggestion {
  @Field(() => [SuggestedTextModel])
  texts!: readonly SuggestedText[];

  @Field(() => SuggestedGuardModel, { nullable: true })
  guard!: ReleaseSuggestion['guard'];
}

@ArgsType()
export class SuggestReleaseArgs {
  @Field(() => String)
  subject!: string;

  @Field(() => ReleaseSubjectEnum, { nullable: true, description: 'UNIT where it is not said.' })
  subjectType?: ReleaseSubject | null;

  @Field(() => String, { nullable: true, description: 'Without it: the texts as the record has them.' })
  about?: string | null;

  @Field(() => String, { nullable: true })
  experience?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'As if the facts were to be shown as recorded.' })
  asRecorded?: boolean | null;
}
