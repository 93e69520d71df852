import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Loading } from '../components/await';
import { recruitmentRoutes } from '../pages/recruitment/routes';
import { LiveSender } from '../pages/meetings/live/live-sender';
import { MEETING_ROUTES } from './meeting-routes';
import { PANEL_ROUTES } from './panel-routes';
import { PERFORMANCE_PAGES } from './performance-pages';
import { PLACEMENT_ROUTES } from './placement-routes';
import { Frame } from './frame';
import { IdleWarning } from './idle-warning';
import { Shortcuts } from './shortcuts';
import { ViewerProvider } from './viewer';

const MyWork = lazy(() => import('../pages/my-work/my-work'));
const Children = lazy(() => import('../pages/children/children'));
const ChildNew = lazy(() => import('../pages/child-new/child-new'));
const Child = lazy(() => import('../pages/child/child'));
const ChildEdit = lazy(() => import('../pages/child-edit/child-edit'));
const ChildEvent = lazy(() => import('../pages/child-event/child-event'));
const FamilyFinding = lazy(() => import('../pages/family-finding/family-finding'));
const Explanation = lazy(() => import('../pages/explanation/explanation'));
const RuleOut = lazy(() => import('../pages/explanation/rule-out'));
const LocalSearchOfUnit = lazy(() => import('../pages/local-search/of-record').then(({ OfUnit: page }) => ({ default: page })));
const LocalSearchOfHousehold = lazy(() => import('../pages/local-search/of-record').then(({ OfHousehold: page }) => ({ default: page })));
const LocalSearchPolicy = lazy(() => import('../pages/local-search/policy'));
const ChannelPage = lazy(() => import('../pages/channels/channel'));
const OutsideFamilyPage = lazy(() => import('../pages/channels/outside-family'));
const ClocksPage = lazy(() => import('../pages/clocks/clocks'));
const DriftPage = lazy(() => import('../pages/drift/drift'));
const DriftLimits = lazy(() => import('../pages/drift/limits'));
const WorkListPage = lazy(() => import('../pages/drift/work-list'));
const LinksPage = lazy(() => import('../pages/links/links'));
const LinkPage = lazy(() => import('../pages/links/link'));
const LinkStep = lazy(() => import('../pages/links/link-step'));
const LinkHandOver = lazy(() => import('../pages/links/hand-over'));
const LinkCaps = lazy(() => import('../pages/links/caps'));
const FeesPage = lazy(() => import('../pages/fees/fees'));
const FeePage = lazy(() => import('../pages/fees/fee'));
const RecordFee = lazy(() => import('../pages/fees/record-fee'));
const FeeStatement = lazy(() => import('../pages/fees/statement'));
const FeeRates = lazy(() => import('../pages/fees/rates'));
const EnterFeeRate = lazy(() => import('../pages/fees/enter-rate'));
const FeeTerms = lazy(() => import('../pages/fees/terms'));
const Interest = lazy(() => import('../pages/links/interest'));
const UnitDocuments = lazy(() => import('../pages/documents/unit-documents'));
const HouseholdDocuments = lazy(() => import('../pages/documents/household-documents'));
const DocumentPage = lazy(() => import('../pages/documents/document'));
const DocumentAdd = lazy(() => import('../pages/documents/add'));
const DocumentVersionAdd = lazy(() => import('../pages/documents/add-version'));
const ViewNew = lazy(() => import('../pages/readiness/view-new'));
const Prepare = lazy(() => import('../pages/readiness/prepare'));
const GoOn = lazy(() => import('../pages/readiness/go-on'));
const NotHere = lazy(() => import('../pages/not-here/not-here'));
const UnitProfile = lazy(() => import('../pages/profile/unit-profile'));
const HouseholdProfile = lazy(() => import('../pages/profile/household-profile'));
const Release = lazy(() => import('../pages/release/release'));
const Families = lazy(() => import('../pages/families/families'));
const FamilyNew = lazy(() => import('../pages/family-edit/family-new'));
const Family = lazy(() => import('../pages/family/family'));
const FamilyEdit = lazy(() => import('../pages/family-edit/family-edit'));
const FamilyEvent = lazy(() => import('../pages/family-event/family-event'));
const UnitSharing = lazy(() => import('../pages/disclosure/unit-sharing'));
const HouseholdSharing = lazy(() => import('../pages/disclosure/household-sharing'));
const UnitSeenBy = lazy(() => import('../pages/disclosure/unit-seen-by'));
const HouseholdSeenBy = lazy(() => import('../pages/disclosure/household-seen-by'));
const Grants = lazy(() => import('../pages/disclosure/grants'));
const Selections = lazy(() => import('../pages/selections/selections'));
const Compare = lazy(() => import('../pages/selections/compare'));
const CompareChosen = lazy(() => import('../pages/selections/compare-chosen'));
const Selection = lazy(() => import('../pages/selections/selection'));
const Searches = lazy(() => import('../pages/searches/searches'));
const SavedSearch = lazy(() => import('../pages/searches/search'));
const PutOnAgenda = lazy(() => import('../pages/meetings/put-on-agenda'));
const Matching = lazy(() => import('../pages/matching/matching'));
const Run = lazy(() => import('../pages/run/run'));
const Imports = lazy(() => import('../pages/imports/imports'));
const Import = lazy(() => import('../pages/import/import'));
const Audit = lazy(() => import('../pages/audit/audit'));
const Changes = lazy(() => import('../pages/audit/changes'));
const UnitLooks = lazy(() => import('../pages/audit/unit-looks'));
const HouseholdLooks = lazy(() => import('../pages/audit/household-looks'));
const Users = lazy(() => import('../pages/users/users'));
const UserNew = lazy(() => import('../pages/users/user-new'));
const UserChange = lazy(() => import('../pages/users/user-change'));
const UserReinvite = lazy(() => import('../pages/users/user-reinvite'));
const UserSessions = lazy(() => import('../pages/users/user-sessions'));
const Agencies = lazy(() => import('../pages/agencies/agencies'));
const AgencyNew = lazy(() => import('../pages/agencies/agency-new'));
const Agreement = lazy(() => import('../pages/agencies/agreement'));
const AgreementNew = lazy(() => import('../pages/agencies/agreement-new'));
const AgreementEnd = lazy(() => import('../pages/agencies/agreement-end'));
const ChildBars = lazy(() => import('../pages/safeguards/bars').then(({ ChildBars: page }) => ({ default: page })));
const FamilyBars = lazy(() => import('../pages/safeguards/bars').then(({ FamilyBars: page }) => ({ default: page })));
const BarLift = lazy(() => import('../pages/safeguards/bar-lift'));
const Conflicts = lazy(() => import('../pages/safeguards/conflicts'));
const Emergency = lazy(() => import('../pages/safeguards/emergency'));
const Opened = lazy(() => import('../pages/safeguards/opened'));
const Openings = lazy(() => import('../pages/safeguards/openings'));
const OpeningReview = lazy(() => import('../pages/safeguards/opening-review'));
const ChildPhoto = lazy(() => import('../pages/photo/child-photo'));
const FamilyPhoto = lazy(() => import('../pages/photo/family-photo'));
const ConsentPage = lazy(() => import('../pages/safeguards/consent'));
const Withheld = lazy(() => import('../pages/safeguards/withheld'));
const Account = lazy(() => import('../pages/account/account'));
const PasswordChange = lazy(() => import('../pages/account/password-change'));
const TokenNew = lazy(() => import('../pages/account/token-new'));
const TokenRevoke = lazy(() => import('../pages/account/token-revoke'));
const AgencyTokens = lazy(() => import('../pages/account/agency-tokens'));
const AgencyTokenRevoke = lazy(() => import('../pages/account/agency-token-revoke'));
const AgreementDocument = lazy(() => import('../pages/agencies/agreement-document'));
const Invitation = lazy(() => import('../pages/invitation/invitation'));
const Accessibility = lazy(() => import('../pages/accessibility/accessibility'));
const Help = lazy(() => import('../pages/help/help'));
const NoSuchPage = lazy(() => import('../pages/help/no-such-page'));

export function SignedIn() {
  const { pathname } = useLocation();
  return (
    <ViewerProvider>
      <Frame signedIn>
        <LiveSender />
        <Suspense fallback={<Loading />}>
          {/* A page begins anew for each address: one record's facts must never stand under another's reference. */}
          <Routes key={pathname}>
            <Route path="/" element={<MyWork />} />
            <Route path="/children" element={<Children />} />
            <Route path="/children/new" element={<ChildNew />} />
            <Route path="/children/:unit" element={<Child />} />
            <Route path="/children/:unit/family-finding" element={<FamilyFinding />} />
            <Route path="/children/:unit/channels/:id" element={<ChannelPage />} />
            <Route path="/children/:unit/outside-families/:id" element={<OutsideFamilyPage />} />
            <Route path="/children/:unit/local-search" element={<LocalSearchOfUnit />} />
            <Route path="/children/:unit/profile" element={<UnitProfile />} />
            <Route path="/children/:unit/sharing" element={<UnitSharing />} />
            <Route path="/children/:unit/seen-by/:agency" element={<UnitSeenBy />} />
            <Route path="/children/:unit/seen-by/:agency/:grant" element={<UnitSeenBy />} />
            <Route path="/children/:unit/looks" element={<UnitLooks />} />
            <Route path="/children/:unit/not-here" element={<NotHere />} />
            <Route path="/children/:unit/families/:household" element={<Explanation />} />
            <Route path="/children/:unit/families/:household/rule-out" element={<RuleOut />} />
            <Route path="/children/:unit/families/:household/interest" element={<Interest />} />
            <Route path="/children/:unit/interest" element={<Interest />} />
            <Route path="/children/:unit/agenda" element={<PutOnAgenda />} />
            <Route path="/children/:unit/documents" element={<UnitDocuments />} />
            <Route path="/children/:unit/views/new" element={<ViewNew />} />
            <Route path="/children/:unit/documents/new" element={<DocumentAdd />} />
            <Route path="/children/:unit/bars" element={<ChildBars />} />
            <Route path="/children/:unit/bars/:bar/lift" element={<BarLift />} />
            <Route path="/children/:unit/emergency" element={<Emergency />} />
            <Route path="/children/:unit/:child/not-shared" element={<Withheld />} />
            <Route path="/children/:unit/:child/photo" element={<ChildPhoto />} />
            <Route path="/children/:unit/:child/event" element={<ChildEvent />} />
            <Route path="/children/:unit/:child/:section" element={<ChildEdit />} />
            <Route path="/releases/:id" element={<Release />} />
            <Route path="/fees" element={<FeesPage />} />
            <Route path="/fees/statement" element={<FeeStatement />} />
            <Route path="/fees/rates" element={<FeeRates />} />
            <Route path="/fees/rates/enter/:kind/:provider/:children" element={<EnterFeeRate />} />
            <Route path="/fees/rates/enter/:kind/:provider/:children/:from" element={<EnterFeeRate />} />
            <Route path="/fees/terms" element={<FeeTerms />} />
            <Route path="/fees/placements/:placement" element={<FeePage />} />
            <Route path="/fees/placements/:placement/:item/:event" element={<RecordFee />} />
            <Route path="/families" element={<Families />} />
            <Route path="/families/new" element={<FamilyNew />} />
            <Route path="/families/:household" element={<Family />} />
            <Route path="/families/:household/interest" element={<Interest />} />
            <Route path="/families/:household/local-search" element={<LocalSearchOfHousehold />} />
            <Route path="/families/:household/profile" element={<HouseholdProfile />} />
            <Route path="/families/:household/sharing" element={<HouseholdSharing />} />
            <Route path="/families/:household/seen-by/:agency" element={<HouseholdSeenBy />} />
            <Route path="/families/:household/seen-by/:agency/:grant" element={<HouseholdSeenBy />} />
            <Route path="/families/:household/looks" element={<HouseholdLooks />} />
            <Route path="/families/:household/event" element={<FamilyEvent />} />
            <Route path="/families/:household/photo" element={<FamilyPhoto />} />
            <Route path="/families/:household/documents" element={<HouseholdDocuments />} />
            <Route path="/families/:household/documents/new" element={<DocumentAdd />} />
            <Route path="/families/:household/bars" element={<FamilyBars />} />
            <Route path="/families/:household/bars/:bar/lift" element={<BarLift />} />
            <Route path="/families/:household/emergency" element={<Emergency />} />
            <Route path="/families/:household/consent" element={<ConsentPage />} />
            <Route path="/families/:household/:section" element={<FamilyEdit />} />
            <Route path="/clocks" element={<ClocksPage />} />
            {recruitmentRoutes}
            <Route path="/drift" element={<DriftPage />} />
            <Route path="/drift/limits" element={<DriftLimits />} />
            <Route path="/work-list" element={<WorkListPage />} />
            <Route path="/local-search" element={<LocalSearchPolicy />} />
            <Route path="/links" element={<LinksPage />} />
            <Route path="/links/caps" element={<LinkCaps />} />
            <Route path="/links/:link" element={<LinkPage />} />
            <Route path="/links/:link/step/:event" element={<LinkStep />} />
            <Route path="/links/:link/step/:event/:side" element={<LinkStep />} />
            <Route path="/links/:link/hand-over/:side" element={<LinkHandOver />} />
            <Route path="/links/:link/prepare" element={<Prepare />} />
            <Route path="/links/:link/go-on" element={<GoOn />} />
            <Route path="/links/:link/documents/new" element={<DocumentAdd />} />
            <Route path="/documents/:document" element={<DocumentPage />} />
            <Route path="/documents/:document/new-version" element={<DocumentVersionAdd />} />
            {PLACEMENT_ROUTES}
            {PERFORMANCE_PAGES}
            <Route path="/compare" element={<CompareChosen />} />
            <Route path="/selections" element={<Selections />} />
            <Route path="/selections/:id" element={<Selection />} />
            <Route path="/selections/:id/compare" element={<Compare />} />
            <Route path="/searches" element={<Searches />} />
            <Route path="/searches/:id" element={<SavedSearch />} />
            {MEETING_ROUTES}
            {PANEL_ROUTES}
            <Route path="/matching" element={<Matching />} />
            <Route path="/matching/:run" element={<Run />} />
            <Route path="/files" element={<Imports />} />
            <Route path="/files/:reference" element={<Import />} />
            <Route path="/conflicts" element={<Conflicts />} />
            <Route path="/emergency" element={<Emergency />} />
            <Route path="/emergency/:opening" element={<Opened />} />
            <Route path="/openings" element={<Openings />} />
            <Route path="/openings/:opening" element={<OpeningReview />} />
            <Route path="/grants" element={<Grants />} />
            <Route path="/audit" element={<Audit />} />
            <Route path="/audit/changes" element={<Changes />} />
            <Route path="/users" element={<Users />} />
            <Route path="/users/new" element={<UserNew />} />
            <Route path="/users/tokens" element={<AgencyTokens />} />
            <Route path="/users/tokens/:token/revoke" element={<AgencyTokenRevoke />} />
            <Route path="/users/:user" element={<UserChange />} />
            <Route path="/users/:user/reinvite" element={<UserReinvite />} />
            <Route path="/users/:user/sessions" element={<UserSessions />} />
            <Route path="/agencies" element={<Agencies />} />
            <Route path="/agencies/new" element={<AgencyNew />} />
            <Route path="/agencies/agreements/new" element={<AgreementNew />} />
            <Route path="/agencies/agreements/:reference" element={<Agreement />} />
            <Route path="/agencies/agreements/:reference/document" element={<AgreementDocument />} />
            <Route path="/agencies/agreements/:reference/end" element={<AgreementEnd />} />
            <Route path="/account" element={<Account />} />
            <Route path="/account/password" element={<PasswordChange />} />
            <Route path="/account/tokens/new" element={<TokenNew />} />
            <Route path="/account/tokens/:token/revoke" element={<TokenRevoke />} />
            <Route path="/invitation" element={<Invitation />} />
            <Route path="/accessibility" element={<Accessibility />} />
            <Route path="/help" element={<Help />} />
            <Route path="/sign-in" element={<Navigate to="/" replace />} />
            <Route path="*" element={<NoSuchPage />} />
          </Routes>
        </Suspense>
        <Shortcuts />
        <IdleWarning />
      </Frame>
    </ViewerProvider>
  );
}
