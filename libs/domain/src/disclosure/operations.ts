import type { Action } from '../access/actions';

/**
 * Every operation of the API and the actions under which it meets the data; what is not here is refused (trust.md AZ-1).
 * NOBODY: it tells the viewer about themselves alone and opens no unit of work.
 */
export const OPERATIONS: Readonly<Record<string, readonly Action[] | 'NOBODY'>> = {
  'Query.viewer': 'NOBODY',
  'Query.agencies': ['agencies.list'],
  'Query.agreements': ['agencies.list'],
  'Query.users': ['users.list', 'users.manageAny'],
  'Query.units': ['children.search'],
  'Query.unit': ['children.view', 'children.viewIdentity'],
  'Query.households': ['adopters.search'],
  'Query.household': ['adopters.view', 'adopters.viewIdentity'],
  'Query.shortlist': ['matching.read', 'matching.readRegion'],
  'Query.explanation': ['matching.read', 'matching.readRegion'],
  'Query.run': ['matching.progress', 'matching.read', 'matching.readRegion'],
  'Query.runs': ['matching.read', 'matching.readRegion'],
  'Query.imports': ['imports.read'],
  'Query.importBatch': ['imports.read'],
  'Query.myWork': ['work.view', 'children.search', 'matching.read', 'matching.readRegion', 'imports.read'],

  'Mutation.createAgency': ['agencies.manage'],
  'Mutation.createAgreement': ['agreements.manage'],
  'Mutation.endAgreement': ['agreements.manage'],
  'Mutation.createUser': ['users.manage', 'users.manageAny'],
  'Mutation.changeUser': ['users.manage', 'users.manageAny'],
  'Mutation.createApiToken': ['tokens.manage'],
  'Mutation.createChild': ['children.create', 'children.view', 'children.viewIdentity'],
  'Mutation.correctChild': ['children.edit', 'children.view', 'children.viewIdentity'],
  'Mutation.recordChildEvent': ['children.edit', 'children.view', 'children.viewIdentity'],
  'Mutation.changeFamilyFinding': ['familyFinding.change', 'children.view', 'children.viewIdentity'],
  'Mutation.createHousehold': ['adopters.create', 'adopters.view', 'adopters.viewIdentity'],
  'Mutation.correctHousehold': ['adopters.edit', 'adopters.view', 'adopters.viewIdentity'],
  'Mutation.recordHouseholdEvent': ['adopters.edit', 'adopters.view', 'adopters.viewIdentity'],
  'Mutation.assignWorker': ['children.edit', 'adopters.edit'],
  'Mutation.requestRelease': ['releases.request'],
  'Mutation.approveRelease': ['releases.approve'],
  'Mutation.withdrawRelease': ['releases.withdraw'],
  'Mutation.startMatchingRun': ['matching.start'],
  'Mutation.cancelMatchingRun': ['matching.cancel'],
  'Mutation.ruleOut': ['matching.ruleOut'],
  'Mutation.liftRulingOut': ['matching.ruleOut'],
  'Mutation.applyImport': ['imports.apply'],
  'Mutation.discardImport': ['imports.apply'],
};
