import { householdSections, unitSections, type ProfileSection } from '@hub/domain/disclosure/profile-sections';
import { fieldNames } from '@hub/domain/audit/field-names';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { sharedHousehold } from '../adopters/household-view.queries';
import { sharedUnit } from '../children/unit-view.queries';
import { identifiedChildren, identifiedHousehold } from '../disclosure/identified.queries';

export interface ProfileContent {
  /** The id within the hub, for the grant that the log names. */
  readonly subjectId: string;
  readonly stage: 'S1' | 'S2';
  readonly sections: readonly ProfileSection[];
  /** For the log: the names of what it holds. */
  readonly fields: readonly string[];
}

/** Undefined: there is no such subject for the viewer. Null: there is, and no profile is released to them. */
export type FoundProfile = ProfileContent | null | undefined;

/** What the viewer's page shows of another agency's unit beyond the card, out of the same projections. */
export async function unitContent(tx: Tx, vault: Vault, reference: string): Promise<FoundProfile> {
  const shared = await sharedUnit(tx, vault, reference);
  if (!shared?.profile) return shared && null;
  const { card, profile, isIdentified } = shared;
  const identified = isIdentified ? await identifiedChildren(tx, vault, card.unitId) : [];
  const children = identified.map(({ firstName, ageYears, ageMonths, healthSummary }) => ({ firstName, ageYears, ageMonths, healthSummary }));
  return { subjectId: card.unitId, stage: children.length > 0 ? 'S2' : 'S1', sections: unitSections({ card, profile, children }), fields: fieldNames({ card, profile, identified: children }) };
}

/** The same of a household. */
export async function householdContent(tx: Tx, vault: Vault, reference: string): Promise<FoundProfile> {
  const shared = await sharedHousehold(tx, vault, reference);
  if (!shared?.profile) return shared && null;
  const { card, profile, isIdentified } = shared;
  const found = isIdentified ? await identifiedHousehold(tx, vault, card.householdId) : null;
  const identified = found && { firstNames: found.firstNames, reportSummary: found.reportSummary };
  return { subjectId: card.householdId, stage: identified ? 'S2' : 'S1', sections: householdSections({ card, profile, identified }), fields: fieldNames({ card, profile, identified }) };
}
