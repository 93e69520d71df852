import { ACTIONS, type Stage } from '../access/actions';
import { AGENCY_KINDS, ROLE_KINDS, ROLES, type AgencyKind, type Role } from '../access/actor';
import { CASE_ACTIONS, MATRIX_STAGES, verdict, type Verdict } from './matrix';
import { OPERATIONS } from './operations';
import { RELATION_WORDS, RELATIONS } from './relation';
import type { Shape } from './shape';
import { SHAPES } from './shapes';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  YES: 'yes', LISTED: 'while in the pool', RELEASED: 'while a release is live', GRANTED: 'while a grant is live', NO: 'no',
};

const SUBJECT_WORDS: Readonly<Record<Shape['of'], string>> = { CHILD: 'children', HOUSEHOLD: 'households', BOTH: 'both', NONE: 'no case' };

/** The policy as a data protection officer reads it, in Markdown: all of it out of the tables that the code runs on. */
export function printMatrix(): string {
  return [
    '# Who sees what', '',
    'Written from the tables in `libs/domain/src/access` and `libs/domain/src/disclosure` by `npm run schema`; change those, not this page.',
    'The API, row-level security and the generated tests read the same tables. What is not opened here is closed.', '',
    ...section('Actions on cases, by role', roleTable()),
    ...section('How far an action goes, by the viewer’s agency', relationTable()),
    ...section('Types of the API, by stage', shapeTable()),
    ...section('Operations of the API and the actions they run under', operationTable()),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return [`## ${title}`, '', ...lines, ''];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function roleTable(): string[] {
  const head = ['Action', ...ROLES.map((role) => `\`${role}\``)];
  const rows = CASE_ACTIONS.map((action) => [`\`${action}\``, ...ROLES.map((role) => kindsOf(role, (kind) => verdict({ role, kind, relation: 'OWN', stage: 'S0', action }) !== 'NO'))]);
  return ['C: of a council, V: of a voluntary agency, H: of the hub.', '', ...table(head, rows)];
}

function kindsOf(role: Role, allows: (kind: AgencyKind) => boolean): string {
  const letters = AGENCY_KINDS.filter((kind) => ROLE_KINDS[role].includes(kind) && allows(kind)).map((kind) => kind.charAt(0));
  return letters.length === 0 ? '–' : letters.join(' ');
}

function relationTable(): string[] {
  const head = ['Action', 'Stage', ...RELATIONS.map((relation) => RELATION_WORDS[relation])];
  const rows = CASE_ACTIONS.flatMap((action) => {
    const stages = MATRIX_STAGES.filter((stage) => RELATIONS.some((relation) => relation !== 'OWN' && best(action, relation, stage) !== 'NO'));
    const shown: readonly Stage[] = stages.length === 0 ? ['OWN'] : stages;
    return shown.map((stage) => [`\`${action}\``, stage, ...RELATIONS.map((relation) => VERDICT_WORDS[best(action, relation, stage)])]);
  });
  return ['For a role that may take the action at all. Everything not listed for another agency is “no”.', '', ...table(head, rows)];
}

/** The verdict for any role that may act; every role that may act is treated alike. */
function best(action: (typeof CASE_ACTIONS)[number], relation: (typeof RELATIONS)[number], stage: Stage): Verdict {
  const all = ROLES.flatMap((role) => ROLE_KINDS[role].map((kind) => verdict({ role, kind, relation, stage, action })));
  return all.find((one) => one !== 'NO') ?? 'NO';
}

function shapeTable(): string[] {
  const order = (stage: Stage | null): number => (stage === null ? MATRIX_STAGES.length : MATRIX_STAGES.indexOf(stage));
  const shapes = Object.entries(SHAPES).sort(([a, { stage: left }], [b, { stage: right }]) => order(left) - order(right) || (a < b ? -1 : 1));
  return table(['Stage', 'Type', 'About', 'Fields'], shapes.map(([name, { stage, of, fields }]) => [stage ?? '–', `\`${name}\``, SUBJECT_WORDS[of], fields.map((field) => `\`${field}\``).join(' ')]));
}

function operationTable(): string[] {
  const audited = (actions: readonly (keyof typeof ACTIONS)[]): string => (actions.some((action) => ACTIONS[action].audited) ? 'yes' : 'no');
  return table(['Operation', 'Actions', 'Leaves a row in the access log'], Object.entries(OPERATIONS).map(([name, actions]) =>
    [`\`${name}\``, actions === 'NOBODY' ? 'the viewer alone' : actions.map((action) => `\`${action}\``).join(' '), actions === 'NOBODY' ? 'no' : audited(actions)]));
}
