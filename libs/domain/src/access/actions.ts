import { forbidden } from '../errors';
import { ROLE_KINDS, ROLES, type Actor, type AgencyKind, type Role } from './actor';

/**
 * `own`: the actor's agency, and what partners share with it. `region`: every agency's facts, for a
 * run. `hub`: the registers and the users of all agencies, no case data. `system`: the hub's own chores.
 */
export type Scope = 'own' | 'region' | 'hub' | 'system';

/** How far a read goes (product.md, Stages of disclosure), lowest first. */
export const DISCLOSURE_STAGES = ['S0', 'S1', 'S2', 'S3', 'S4'] as const;

export type DisclosureStage = (typeof DISCLOSURE_STAGES)[number];

/** OWN is the agency's own record, which no stage opens to another. */
export type Stage = DisclosureStage | 'OWN';

export interface ActionRule {
  readonly roles: readonly Role[] | 'SYSTEM';
  /** Kinds of agency; without it any kind that can hold the role. */
  readonly kinds?: readonly AgencyKind[];
  readonly scope: Scope;
  /** Writes one row to audit.access before any answer leaves (trust.md AUD-1). */
  readonly audited: boolean;
  /** The stage recorded in the log where the caller names none. */
  readonly stage?: Stage;
  /**
   * The highest stage at which the action meets records of other agencies under a live agreement; without it none at all.
   * Row-level security is told it with every unit of work, so that this table decides there too.
   */
  readonly partners?: DisclosureStage;
  /** Whose sealed identity in the own agency's records the action may read or write; without it nobody's. */
  readonly opens?: 'CHILD' | 'HOUSEHOLD' | 'BOTH';
}

const COUNCIL: readonly AgencyKind[] = ['COUNCIL'];
const PLACING: readonly AgencyKind[] = ['COUNCIL', 'VOLUNTARY'];
const HUB: readonly AgencyKind[] = ['HUB'];

const CHILDRENS_STAFF: readonly Role[] = ['FAMILY_FINDER', 'CHILDS_WORKER', 'APPROVING_MANAGER'];
const ADOPTERS_STAFF: readonly Role[] = ['ADOPTERS_WORKER', 'APPROVING_MANAGER'];
const DECIDERS: readonly Role[] = ['PANEL_ADVISER', 'DECISION_MAKER'];
/** People who look for families: they see cards and released profiles of both sides. */
const MATCHING_STAFF: readonly Role[] = ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'HUB_COORDINATOR'];
const READERS: readonly Role[] = [...MATCHING_STAFF, 'REVIEWING_OFFICER', ...DECIDERS];
const IMPORTERS: readonly Role[] = ['AGENCY_ADMIN', 'APPROVING_MANAGER', 'FAMILY_FINDER'];
/** Who answers for an agency's results, and who reports on them. */
const REPORTERS: readonly Role[] = ['ANALYST', 'APPROVING_MANAGER', 'DECISION_MAKER', 'AGENCY_ADMIN', 'HUB_COORDINATOR'];
/** Two of them decide together that a record's key is destroyed (trust.md FLD-6). */
const DESTROYERS: readonly Role[] = ['APPROVING_MANAGER', 'DATA_PROTECTION_OFFICER'];
/** Who answers for how children fare, or decides about them. */
const FIGURE_READERS: readonly Role[] = ['ANALYST', 'APPROVING_MANAGER', 'FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'DECISION_MAKER', 'AGENCY_ADMIN', 'HUB_COORDINATOR'];

const own = (roles: readonly Role[], kinds?: readonly AgencyKind[], stage?: Stage): ActionRule =>
  ({ roles, scope: 'own', audited: true, ...(kinds && { kinds }), ...(stage && { stage }) });
/** The own agency's full record, identity included. */
const record = (opens: ActionRule['opens'], roles: readonly Role[], kinds: readonly AgencyKind[]): ActionRule => ({ ...own(roles, kinds, 'OWN'), opens });
/** The own agency's records, and those of partners up to a stage. */
const shared = (roles: readonly Role[], partners: DisclosureStage, stage?: Stage): ActionRule => ({ ...own(roles, undefined, stage), partners });
const quiet = (roles: readonly Role[]): ActionRule => ({ roles, scope: 'own', audited: false });
const hub = (roles: readonly Role[]): ActionRule => ({ roles, kinds: HUB, scope: 'hub', audited: true });
const system = (scope: Scope, audited: boolean): ActionRule => ({ roles: 'SYSTEM', scope, audited });

const TABLE = {
  'agencies.list': quiet(ROLES),
  'agencies.manage': hub(['HUB_ADMIN']),
  'agreements.manage': hub(['HUB_ADMIN']),
  'agreements.document': own(['AGENCY_ADMIN', 'APPROVING_MANAGER', 'DATA_PROTECTION_OFFICER', 'HUB_ADMIN']),
  'users.list': quiet(['AGENCY_ADMIN', 'APPROVING_MANAGER', 'DATA_PROTECTION_OFFICER', 'HUB_ADMIN']),
  'users.manage': own(['AGENCY_ADMIN']),
  'users.manageAny': hub(['HUB_ADMIN']),
  'sessions.manage': own(ROLES),
  'tokens.manage': own(ROLES),
  'places.manage': hub(['HUB_ADMIN']),

  'children.search': shared(READERS, 'S0', 'S0'),
  'children.view': shared(READERS, 'S1'),
  /** A file of what the page shows, up to what is granted: it leaves the hub. */
  'children.export': shared(READERS, 'S2'),
  'children.viewIdentity': record('CHILD', [...CHILDRENS_STAFF, 'REVIEWING_OFFICER', ...DECIDERS], COUNCIL),
  'children.create': record('CHILD', CHILDRENS_STAFF, COUNCIL),
  'children.edit': record('CHILD', CHILDRENS_STAFF, COUNCIL),
  'familyFinding.change': own(CHILDRENS_STAFF, COUNCIL, 'OWN'),

  'adopters.search': shared(READERS, 'S0', 'S0'),
  'adopters.view': shared(READERS, 'S1'),
  'adopters.export': shared(READERS, 'S2'),
  'adopters.viewIdentity': record('HOUSEHOLD', [...ADOPTERS_STAFF, ...DECIDERS], PLACING),
  'adopters.create': record('HOUSEHOLD', ADOPTERS_STAFF, PLACING),
  'adopters.edit': record('HOUSEHOLD', ADOPTERS_STAFF, PLACING),

  /** Who of the own agency is where on the way to approval, and why it takes longer: references and days, no names. */
  'recruitment.read': own([...ADOPTERS_STAFF, ...DECIDERS], PLACING, 'OWN'),
  /** The board as a file: it leaves the hub. */
  'recruitment.export': own(ADOPTERS_STAFF, PLACING, 'OWN'),
  /** How many of each agency are where, and late: no household of another agency. */
  'recruitment.readRegion': own([...ADOPTERS_STAFF, ...DECIDERS, 'HUB_COORDINATOR'], undefined, 'S0'),

  /** Courses of the region; of others' bookings how many. */
  'courses.read': own([...ADOPTERS_STAFF, 'HUB_COORDINATOR'], undefined, 'S0'),
  /** Planning, changing and cancelling the own agency's, and saying who came. */
  'courses.plan': own([...ADOPTERS_STAFF, 'HUB_COORDINATOR'], undefined, 'S0'),
  'courses.book': own(ADOPTERS_STAFF, PLACING, 'S0'),

  /** Taking an enquiry, for whichever agency it is: whoever takes it for another cannot read it again. */
  'enquiries.take': own([...ADOPTERS_STAFF, 'HUB_COORDINATOR'], undefined, 'S0'),
  'enquiries.read': record('HOUSEHOLD', ADOPTERS_STAFF, PLACING),
  /** Sending the information, taking up as a household, handing on, closing. */
  'enquiries.answer': record('HOUSEHOLD', ADOPTERS_STAFF, PLACING),
  /** In which districts the own agency answers. */
  'enquiryDistricts.set': own(['APPROVING_MANAGER', 'AGENCY_ADMIN'], PLACING, 'S0'),
  'enquiryDistricts.setAny': hub(['HUB_ADMIN']),

  /** What waits for the second person: whose profile, and what for. Its content is a read of its own. */
  'releases.list': own(['APPROVING_MANAGER'], PLACING, 'S0'),
  'releases.request': record('BOTH', [...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING),
  /** What waits for a second person lies beyond S0, whatever becomes of it, and stands beside the text as recorded. */
  'releases.view': own(['APPROVING_MANAGER'], PLACING, 'OWN'),
  'releases.approve': own(['APPROVING_MANAGER'], PLACING, 'OWN'),
  'releases.withdraw': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING, 'OWN'),

  /** What is granted beyond the profile, of partners alone: the own record is opened by actions of its own. */
  'disclosure.view': shared(READERS, 'S2', 'S2'),
  /** With its photos: who asks for them to be shown has them before their eyes. */
  'disclosure.request': record('BOTH', [...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING),
  'disclosure.approve': record('BOTH', ['APPROVING_MANAGER'], PLACING),
  'disclosure.withdraw': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING, 'OWN'),
  /** As another agency would see it: for that, row-level security answers as it would to them (docs/adr/0011). */
  'disclosure.preview': { ...record('BOTH', [...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING), partners: 'S2' },
  'disclosure.whoSees': { ...own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'REVIEWING_OFFICER', ...DECIDERS, 'DATA_PROTECTION_OFFICER'], PLACING, 'OWN'), partners: 'S2' },
  /** Naming who must not meet a case: administrators of people need not read cases for it. */
  'disclosure.bar': own(['APPROVING_MANAGER', 'AGENCY_ADMIN'], PLACING, 'OWN'),
  /** People who answer for children or adopters. The hub's coordinators meet identity by grant alone (trust.md AZ-9). */
  'disclosure.breakGlass': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'REVIEWING_OFFICER', ...DECIDERS], PLACING, 'OWN'),
  'disclosure.consent': own(ADOPTERS_STAFF, PLACING, 'OWN'),
  'disclosure.withhold': own(CHILDRENS_STAFF, COUNCIL, 'OWN'),
  'disclosure.settleWithholding': own(['APPROVING_MANAGER'], COUNCIL, 'OWN'),
  'disclosure.reviewBreakGlass': own(['DATA_PROTECTION_OFFICER'], undefined, 'OWN'),

  /** How long the own agency searches alone: by policy, and for one record. The hub's administrator sets the region's default. */
  'localSearchPolicy.set': own(['APPROVING_MANAGER', 'HUB_ADMIN']),
  'localSearch.keep': own(['APPROVING_MANAGER'], PLACING, 'OWN'),
  'localSearch.widen': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING, 'OWN'),

  'matching.start': own(['FAMILY_FINDER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'HUB_COORDINATOR']),
  'matching.cancel': own(['FAMILY_FINDER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'HUB_COORDINATOR']),
  'matching.read': shared(READERS, 'S0', 'S0'),
  /** Status and percentage alone, which the web app asks for every second: no subject, no row. */
  'matching.progress': quiet(READERS),
  'matching.readRegion': { roles: ['HUB_COORDINATOR'], kinds: HUB, scope: 'region', audited: true, stage: 'S0', partners: 'S0' },
  /** A file of a shortlist, as its page shows it. */
  'matching.export': shared(READERS, 'S0', 'S0'),
  'matching.execute': system('region', true),
  'matching.ruleOut': { ...own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING, 'S0'), partners: 'S0' },

  /** Where searches go beyond the region: the own council's alone. */
  'channels.read': own([...CHILDRENS_STAFF, 'REVIEWING_OFFICER', ...DECIDERS], COUNCIL, 'OWN'),
  'channels.record': own(CHILDRENS_STAFF, COUNCIL, 'OWN'),
  /** What is due by law and standards in the own agency's cases; of children and of households, whom it lets read them. */
  'clocks.read': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'REVIEWING_OFFICER', ...DECIDERS], PLACING, 'OWN'),
  /** The same as a file: it leaves the hub. */
  'clocks.export': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'REVIEWING_OFFICER'], PLACING, 'OWN'),
  /** How many of each agency's clocks are late, by rule: no case, and no day of one. */
  'clocks.readRegion': { ...own(['HUB_COORDINATOR'], HUB, 'S0'), partners: 'S0' },
  /** How searches go: the own agency's, and over the region for the hub's coordinators. */
  'drift.read': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'REVIEWING_OFFICER', ...DECIDERS], PLACING, 'S0'),
  'drift.readRegion': { ...own(['HUB_COORDINATOR'], HUB, 'S0'), partners: 'S0' },
  /** The same as a file: it leaves the hub. */
  'drift.export': own([...CHILDRENS_STAFF, 'REVIEWING_OFFICER'], PLACING, 'S0'),
  'drift.exportRegion': { ...own(['HUB_COORDINATOR'], HUB, 'S0'), partners: 'S0' },
  'drift.raise': own(['REVIEWING_OFFICER', 'APPROVING_MANAGER'], COUNCIL, 'S0'),
  'drift.review': own([...CHILDRENS_STAFF, 'REVIEWING_OFFICER'], COUNCIL, 'S0'),
  'driftLimits.set': own(['APPROVING_MANAGER', 'HUB_ADMIN']),

  'links.read': shared(READERS, 'S0', 'S0'),
  /** A file of a link's page. */
  'links.export': shared(READERS, 'S0', 'S0'),
  'links.move': { ...own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING, 'S0'), partners: 'S0' },
  /** A message is held against the names in the own record before the other side may read it. */
  'links.write': record('BOTH', [...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING),
  'links.handOver': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING, 'S0'),
  'links.suggest': { ...own(['HUB_COORDINATOR'], HUB, 'S0'), partners: 'S0' },
  /** Reports about children, groups and links, and about households, of the own agency. */
  'documents.readChild': record('CHILD', [...CHILDRENS_STAFF, 'REVIEWING_OFFICER', ...DECIDERS], COUNCIL),
  'documents.readHousehold': record('HOUSEHOLD', [...ADOPTERS_STAFF, ...DECIDERS], PLACING),
  'documents.keepChild': record('CHILD', CHILDRENS_STAFF, COUNCIL),
  'documents.keepHousehold': record('HOUSEHOLD', ADOPTERS_STAFF, PLACING),
  /** Quality review, by somebody else than who wrote it. */
  'documents.review': record('BOTH', ['APPROVING_MANAGER', 'PANEL_ADVISER'], PLACING),
  /** To the other side of a link; row-level security says from which stage on, and to whom. */
  'documents.give': record('BOTH', [...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING),
  'documents.readGiven': { ...own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', ...DECIDERS], PLACING, 'S3'), partners: 'S3' },
  /** What a panel needs of a link's reports, views and preparations: that they are there, and what was done with the adopters. */
  'readiness.read': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'REVIEWING_OFFICER', ...DECIDERS], PLACING, 'S3'),
  'readiness.record': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING, 'OWN'),
  'readiness.goOn': own(['APPROVING_MANAGER'], COUNCIL, 'OWN'),
  /** How many links may be open; the hub's administrator sets the region's default. */
  'linkCaps.set': own(['APPROVING_MANAGER', 'HUB_ADMIN']),
  /** Placements of the own agency's children and families: stage S4, between the two agencies that are parties to it. */
  'placements.read': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'REVIEWING_OFFICER', ...DECIDERS], PLACING, 'S4'),
  /** A file of a placement's page. */
  'placements.export': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'REVIEWING_OFFICER'], PLACING, 'S4'),
  /** A step is one of the child's record too, which is written whole. */
  'placements.move': record('CHILD', [...CHILDRENS_STAFF, 'ADOPTERS_WORKER'], PLACING),
  /** The second person for a day from which rights follow, that was recorded wrongly (docs/adr/0030). */
  'placements.approve': record('CHILD', ['APPROVING_MANAGER', 'DECISION_MAKER'], COUNCIL),
  /** What every invited agency reads of a meeting; of its items whatever the cards show them. */
  'meetings.read': shared([...MATCHING_STAFF, 'REVIEWING_OFFICER'], 'S0', 'S0'),
  /** The minutes as a file: they leave the hub. */
  'meetings.export': shared([...MATCHING_STAFF, 'REVIEWING_OFFICER'], 'S0', 'S0'),
  /** The number of a meeting's last change alone, which the web app asks for every second. */
  'meetings.watch': quiet([...MATCHING_STAFF, 'REVIEWING_OFFICER']),
  'meetings.plan': { ...own(['HUB_COORDINATOR'], HUB, 'S0'), partners: 'S0' },
  /** Naming the own agency's people, their attendance, and what they have done. */
  'meetings.attend': { ...own([...MATCHING_STAFF, 'REVIEWING_OFFICER'], undefined, 'S0'), partners: 'S0' },
  /** For the convening agency, and for whoever chairs or takes the minutes: row-level security says of which meeting. */
  'meetings.record': { ...own(MATCHING_STAFF, undefined, 'S0'), partners: 'S0' },
  'meetings.propose': system('region', true),
  /** The region's calendar of panels and the central list; of what they consider the own agency's, and of a link both sides'. */
  'panels.read': shared(READERS, 'S0', 'S0'),
  /** An agenda as a file: it leaves the hub. */
  'panels.export': shared(READERS, 'S0', 'S0'),
  'panels.plan': own(['PANEL_ADVISER', 'HUB_COORDINATOR']),
  /** Taking a place for an own child's match or an own household's approval. */
  'panels.book': { ...own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', 'PANEL_ADVISER'], PLACING, 'S0'), partners: 'S0' },
  /** Who came, and what the panel recommends on the own agency's items. */
  'panels.record': own(['PANEL_ADVISER'], undefined, 'OWN'),
  /** A household's approval is an event of its record, so that is opened too. */
  'decisions.make': record('BOTH', ['DECISION_MAKER'], PLACING),
  'decisions.tell': own([...CHILDRENS_STAFF, 'ADOPTERS_WORKER', ...DECIDERS], PLACING, 'OWN'),
  /** What people keep by hand: the list is the own agency's, the cards on it whosever they are. */
  'search.view': shared(MATCHING_STAFF, 'S0', 'S0'),
  'search.keep': shared(MATCHING_STAFF, 'S0', 'S0'),
  'search.export': shared(MATCHING_STAFF, 'S0', 'S0'),
  /** A saved search, run by the hub in its owner's name: what they may see decides what is told. */
  'search.look': shared(MATCHING_STAFF, 'S0', 'S0'),
  /** Whose saved searches are due. */
  'search.round': system('system', false),
  /** The number of a selection's last change alone, which the web app asks for every few seconds. */
  'search.watch': quiet(MATCHING_STAFF),

  /** Money: managers and administrators of the two agencies of a placement, and who reports on it. Caseworkers need none of it to place a child (docs/adr/0028). */
  'fees.read': own(['APPROVING_MANAGER', 'AGENCY_ADMIN', 'ANALYST'], PLACING, 'S0'),
  'fees.record': own(['APPROVING_MANAGER', 'AGENCY_ADMIN'], PLACING, 'S0'),
  /** A statement as a file: it leaves the hub. */
  'fees.export': own(['APPROVING_MANAGER', 'AGENCY_ADMIN', 'ANALYST'], PLACING, 'S0'),
  'feeRates.enter': own(['APPROVING_MANAGER', 'AGENCY_ADMIN', 'HUB_ADMIN']),
  /** Terms of partnerships, and which agencies are London's. */
  'feeTerms.set': hub(['HUB_ADMIN']),
  /** What fell due of every placement's fee, once a day. */
  'fees.fallDue': system('system', true),

  /** Indicators: the own agency's, and of others and of the region what nobody can be told apart by (docs/adr/0031). */
  'performance.read': quiet(FIGURE_READERS),
  /** The same as a file: it leaves the hub. */
  'performance.export': own(FIGURE_READERS),
  /** Asking for the figures to be counted again before the night. */
  'performance.refresh': own(['AGENCY_ADMIN', 'HUB_COORDINATOR']),
  /** Counts the children and households of every agency, and keeps what nobody can be told apart by. */
  'performance.reckon': system('region', true),

  /** The agency's own six-monthly report to its executive: numbers and words about no case (docs/adr/0034). */
  'reports.read': own(REPORTERS, undefined, 'OWN'),
  'reports.write': own(['ANALYST', 'APPROVING_MANAGER', 'HUB_COORDINATOR'], undefined, 'OWN'),
  'reports.sign': own(['APPROVING_MANAGER', 'DECISION_MAKER', 'HUB_COORDINATOR'], undefined, 'OWN'),
  /** The report as a file: it leaves the hub. */
  'reports.export': own(REPORTERS, undefined, 'OWN'),
  /** The quarterly return, a row for each child and family, without names: it leaves the hub. */
  'reports.exportReturn': own(['ANALYST', 'APPROVING_MANAGER'], PLACING, 'OWN'),
  /** Words beside an indicator's figures of the own agency. */
  'performance.comment': own(['ANALYST', 'APPROVING_MANAGER', 'HUB_COORDINATOR'], undefined, 'OWN'),

  /** Keeping the newest reckoning under a name. */
  'performance.publish': own(['HUB_COORDINATOR'], HUB, 'S0'),
  /** What indicators are to come to: an agency's own, or the hub's for the region. Everybody may read them: they are about no case. */
  'performanceTargets.set': own(['APPROVING_MANAGER', 'AGENCY_ADMIN', 'HUB_COORDINATOR', 'HUB_ADMIN']),
  /** England's published figures and statistical neighbours. */
  'benchmarks.load': hub(['HUB_COORDINATOR', 'HUB_ADMIN']),

  /** Annex A and the children looked after return as sources of the own agency's figures: what they tell by month, and where their rules are broken. */
  'returns.read': own(['ANALYST', 'APPROVING_MANAGER', 'AGENCY_ADMIN'], COUNCIL, 'OWN'),
  'returns.load': own(['ANALYST', 'APPROVING_MANAGER', 'AGENCY_ADMIN'], COUNCIL, 'OWN'),
  /** Records of the own agency that lack a fact, contradict themselves or were not moved for long. */
  'dataQuality.read': own(['ANALYST', 'AGENCY_ADMIN', 'ADOPTERS_WORKER', ...CHILDRENS_STAFF], PLACING, 'OWN'),
  'dataQuality.export': own(['ANALYST', 'APPROVING_MANAGER', 'AGENCY_ADMIN'], PLACING, 'OWN'),
  /** From which source the own agency is counted. */
  'returns.choose': own(['APPROVING_MANAGER', 'AGENCY_ADMIN'], COUNCIL, 'OWN'),

  'imports.start': record('BOTH', IMPORTERS, PLACING),
  'imports.read': own(IMPORTERS, PLACING, 'OWN'),
  'imports.apply': record('BOTH', IMPORTERS, PLACING),
  'imports.execute': system('system', true),

  'audit.whoLooked': own(['DATA_PROTECTION_OFFICER', 'APPROVING_MANAGER']),
  'audit.search': own(['DATA_PROTECTION_OFFICER']),
  'audit.verify': system('system', true),
  'audit.archive': system('system', true),
  /** Looks for unusual looking, and writes the heads of the chains out: every minute, without a subject. */
  'audit.watch': system('system', false),

  'keys.requestShredding': own(DESTROYERS, PLACING, 'OWN'),
  'keys.confirmShredding': own(DESTROYERS, PLACING, 'OWN'),
  /** Data keys and counts of one agency at a time; no value is opened. */
  'keys.inspect': { ...system('system', true), opens: 'BOTH' },
  'keys.rotate': { ...system('system', true), opens: 'BOTH' },

  'work.view': quiet(ROLES),
  'notices.read': quiet(ROLES),
  /** Reads when agreements and consents end, of every agency, once a day. */
  'notices.remind': system('system', true),
  'mail.choose': quiet(ROLES),
  /** Counts alone, of what the person's inbox and *My work* show. */
  'mail.digest': { ...quiet(ROLES), partners: 'S0' },
  /** Whose digest is due, and what was promised long ago. */
  'mail.round': system('system', false),
  /** Addresses of people to whom a mail was promised. */
  'mail.send': system('system', false),
  /** Counts what breaks a promise of the hub, past every policy, and reads no record. */
  'invariants.check': system('system', true),
  'outbox.relay': system('system', false),
  'cards.refresh': system('system', true),
} satisfies Record<string, ActionRule>;

export type Action = keyof typeof TABLE;

/** The access table: the only place that gives a role a right (product.md, Roles). */
export const ACTIONS: Readonly<Record<Action, ActionRule>> = TABLE;

export const ACTION_NAMES = Object.keys(TABLE) as readonly Action[];

/** May this actor do this at all? Which rows it then meets is decided by row-level security. */
export function can(actor: Actor, action: Action): boolean {
  const rule = ACTIONS[action];
  if (rule.roles === 'SYSTEM') return actor.kind === 'system';
  if (actor.kind !== 'user' || actor.agencyId === '') return false;
  if (rule.kinds && !rule.kinds.includes(actor.agencyKind)) return false;
  const allowed = rule.roles;
  return actor.roles.some((role) => allowed.includes(role) && ROLE_KINDS[role].includes(actor.agencyKind));
}

export function assertCan(actor: Actor, action: Action): void {
  if (!can(actor, action)) throw forbidden(action);
}
