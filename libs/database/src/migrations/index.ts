import { Foundation } from './1795305600001-foundation';
import { Audit } from './1795305600002-audit';
import { Agencies } from './1795305600003-agencies';
import { SignIn } from './1795305600004-sign-in';
import { Children } from './1795305600005-children';
import { Adopters } from './1795305600006-adopters';
import { Matching } from './1795305600007-matching';
import { Interchange } from './1795305600008-interchange';
import { InvitedPerson } from './1795305600009-invited-person';
import { MatchingOffers } from './1795305600010-matching-offers';
import { Accounts } from './1795305600011-accounts';
import { OutboxHandover } from './1795305600012-outbox-handover';
import { AuditTrail } from './1795305600020-audit-trail';
import { Notices } from './1795305600021-notices';
import { Keys } from './1795305600030-keys';
import { Anonymity } from './1795305600040-anonymity';
import { Reach } from './1795305600050-reach';
import { DisclosureGrants } from './1795305600051-disclosure-grants';
import { AgreementDocuments } from './1795305600052-agreement-documents';
import { GuardOfGrants } from './1795305600053-guard-of-grants';
import { Bars } from './1795305600056-bars';
import { BreakGlass } from './1795305600057-break-glass';
import { Consents } from './1795305600058-consents';
import { Withholdings } from './1795305600059-withholdings';
import { EarlyPermanence } from './1795305600060-early-permanence';
import { SeenByAnother } from './1795305600061-seen-by-another';
import { SealedTexts } from './1795305600062-sealed-texts';
import { AuditArchive } from './1795305600065-audit-archive';
import { SignInTrail } from './1795305600066-sign-in-trail';
import { Reminders } from './1795305600067-reminders';
import { Photos } from './1795305600068-photos';
import { Links } from './1795305600070-links';
import { GuardOfLinks } from './1795305600071-guard-of-links';
import { Idempotency } from './1795305600072-idempotency';
import { AgreementsOfLinks } from './1795305600073-agreements-of-links';
import { Selections } from './1795305600075-selections';
import { Meetings } from './1795305600076-meetings';
import { GuardOfMeetings } from './1795305600077-guard-of-meetings';
import { StandingOfMeetings } from './1795305600078-standing-of-meetings';
import { ReasonsOfMeetings } from './1795305600079-reasons-of-meetings';
import { Mail } from './1795305600080-mail';
import { SavedSearches } from './1795305600081-saved-searches';
import { KeyOfFinds } from './1795305600082-key-of-finds';
import { LocalSearch } from './1795305600083-local-search';
import { Drift } from './1795305600084-drift';
import { ClosedLinks } from './1795305600085-closed-links';
import { Channels } from './1795305600086-channels';
import { Panels } from './1795305600090-panels';
import { LinksToMatch } from './1795305600091-links-to-match';
import { KeptAttendance } from './1795305600092-kept-attendance';
import { Placements } from './1795305600093-placements';
import { GuardOfPlacements } from './1795305600094-guard-of-placements';
import { InvariantsOfPlacements } from './1795305600095-invariants-of-placements';
import { Documents } from './1795305600096-documents';
import { Readiness } from './1795305600097-readiness';
import { CopiedText } from './1795305600098-copied-text';
import { Recruitment } from './1795305600100-recruitment';
import { Courses } from './1795305600101-courses';
import { Enquiries } from './1795305600102-enquiries';
import { Fees } from './1795305600103-fees';
import { GuardOfFees } from './1795305600104-guard-of-fees';
import { Clocks } from './1795305600106-clocks';
import { ClocksOfPanels } from './1795305600107-clocks-of-panels';
import { ClocksOfPlacements } from './1795305600108-clocks-of-placements';
import { TakenReferences } from './1795305600110-taken-references';
import { SoughtAgain } from './1795305600114-sought-again';
import { AnswersToEnquiries } from './1795305600119-answers-to-enquiries';
import { PlacesOfCourses } from './1795305600122-places-of-courses';
import { WhomCoursesTell } from './1795305600123-whom-courses-tell';
import { AwaitedDecisions } from './1795305600126-awaited-decisions';
import { DaysOfFamilies } from './1795305600127-days-of-families';

/** In order; a list rather than a glob, so that what runs is what was reviewed. */
export const MIGRATIONS = [
  Foundation, Audit, Agencies, SignIn, Children, Adopters, Matching, Interchange, InvitedPerson, MatchingOffers, Accounts, OutboxHandover, AuditTrail, Notices, Keys, Anonymity, Reach,
  DisclosureGrants, AgreementDocuments, GuardOfGrants, Bars, BreakGlass, Consents, Withholdings, EarlyPermanence, SeenByAnother, SealedTexts,
  AuditArchive, SignInTrail, Reminders, Photos, Links, GuardOfLinks, Idempotency, AgreementsOfLinks, Selections, Meetings, GuardOfMeetings, StandingOfMeetings, ReasonsOfMeetings, Mail, SavedSearches, KeyOfFinds, LocalSearch, Drift, ClosedLinks, Channels,
  Panels, LinksToMatch, KeptAttendance, Placements, GuardOfPlacements, InvariantsOfPlacements, Documents, Readiness, CopiedText, Recruitment, Courses, Enquiries, Fees, GuardOfFees, Clocks, ClocksOfPanels, ClocksOfPlacements, TakenReferences, SoughtAgain, AnswersToEnquiries, PlacesOfCourses, WhomCoursesTell, AwaitedDecisions, DaysOfFamilies,
];
