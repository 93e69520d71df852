import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isObjectType } from 'graphql';

/*
 * ANON-8: children, families and runs are named by their reference alone, people of other agencies by their name. Each id that the API
 * gives out stands here with who gets it; a new one fails until somebody has decided about it.
 */
const GIVEN: Readonly<Record<string, string>> = {
  'User.id': 'accounts, for the administrator of the agency and of the hub',
  'Viewer.id': 'the viewer’s own account, for the viewer',
  'MeetingColleague.id': 'people of the own agency, for naming who comes to a meeting',
  'Session.id': 'the viewer’s own sessions',
  'ApiToken.id': 'the viewer’s own tokens, and those of the agency for its administrator',
  'Notice.id': 'the viewer’s own inbox',
  'Release.id': 'a decision of the own agency, drawn at random for it',
  'ReleaseSummary.id': 'a decision of the own agency, drawn at random for it',
  'Grant.id': 'a decision of the own agency, drawn at random for it',
  'SearchChannel.id': 'an entry of the own agency’s log, drawn at random for it',
  'OutsideHousehold.id': 'an entry of the own agency’s log, drawn at random for it',
  'Colleague.id': 'a person of the own agency, whose account its administrators name by it',
  'Bar.id': 'a decision of the own agency, drawn at random for it',
  'AdopterConsent.id': 'an answer to the own agency, drawn at random for it',
  'Withholding.id': 'a decision of the own agency, drawn at random for it',
  'SavedSearch.id': 'a search that the own agency keeps, drawn at random for it',
  'Selection.id': 'a list of the own agency, drawn at random for it',
  'SelectionSummary.id': 'a list of the own agency, drawn at random for it',
  'SelectionEntry.id': 'a line of the own agency’s list, drawn at random for it',
  'EmergencyOpening.id': 'an opening of the own agency’s record, or by the viewer, drawn at random for it',
  'OwnEmergencyOpening.id': 'the viewer’s own opening, drawn at random for it',
  'FeeItem.id': 'a sum between the two agencies that are parties to it, drawn at random for it',
  'FeeItemStanding.id': 'a sum between the two agencies that are parties to it, drawn at random for it',
  'FeeEvent.itemId': 'the sum of the same fee to which it happened',
  'FeeNote.itemId': 'the sum of the same fee that it is about',
  'PerformanceComment.id': 'words of the own agency, drawn at random for them',
  'ReportAction.id': 'an action of the own agency’s report, drawn at random for it',
  'PerformanceReturn.id': 'a file that the own agency uploaded, drawn at random for it',
  'PerformanceTarget.id': 'a target of an agency or the region, which is about no case, drawn at random for it',
  'FeePartnership.id': 'terms between agencies, which are about no case, drawn at random for them',
  'ChildRecord.externalId': 'the own agency’s own identifier of its child',
  'HouseholdRecord.familyId': 'the own agency’s own identifier of its family',
  'AdultRecord.externalId': 'the own agency’s own identifier of its adopter',
};

const schema = buildSchema(readFileSync(join(__dirname, '../../schema.gql'), 'utf8'));

function idsOf(text = schema): string[] {
  return Object.values(text.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__') && !['Query', 'Mutation'].includes(type.name)).flatMap((type) =>
    Object.values(isObjectType(type) ? type.getFields() : {}).filter((field) => getNamedType(field.type).name === 'ID' || /^(id|uuid)s?$|[a-z](Id|Uuid|ID)s?$/.test(field.name)).map(({ name }) => `${type.name}.${name}`));
}

describe('the ids of the API', () => {
  it('ANON-8: no type gives out an id that nobody decided about', () => {
    expect(idsOf().sort()).toEqual(Object.keys(GIVEN).sort());
  });

  it('are found whatever they are called', () => {
    const other = buildSchema('type Query { a: A } type A { id: ID! childId: String unitIds: [String!] uuid: String named: ID reference: String paid: Boolean valid: String }');
    expect(idsOf(other)).toEqual(['A.id', 'A.childId', 'A.unitIds', 'A.uuid', 'A.named']);
  });
});
