import { ADOPTED_DEFINITIONS } from './adopted-rules';
import { HOUSEHOLD_DEFINITIONS } from './household-definitions';
import { PLACING_DEFINITIONS } from './placing-definitions';
import type { A3Population, ChildParameters } from './parameters';
import type { Definition, Figure, Indicator, Part, Period } from './indicator';

const define = (code: string, label: string, rest: Omit<Definition, 'code' | 'label' | 'version'>): Definition => ({ code, label, version: 1, ...rest });

const FLOW: readonly Part[] = ['FLOW'];
const STANDING: readonly Part[] = ['STANDING'];
const BOTH: readonly Part[] = ['FLOW', 'STANDING'];

const ADOPTED = 'Children with an adoption order in the period who were placed for adoption on or before that day';
const LIST = 'Children with a decision that they should be placed for adoption, and with an adoption order in the period, a reversal in the period, or neither until its end';

/** Children's indicators of the scorecard, the children looked after statistics and the ChAT adoption page (domain.md 3.2 to 3.5), in the order in which they are shown. */
export const CHILD_DEFINITIONS = {
  A1: define('A1', 'Entering care to moving in with the adoptive family', {
    unit: 'days', parts: BOTH, polarity: 'lower', population: ADOPTED, definition: 'Mean days from the start of the final period of care to being placed for adoption.',
  }),
  A10: define('A10', 'Entering care to moving in, foster carers who adopted counted from when they fostered', {
    unit: 'days', parts: BOTH, polarity: 'lower', population: ADOPTED,
    definition: 'As A1, but the time stops on the day the child moved in with the foster carers or early-permanence carers who adopted them; never below 0.',
  }),
  A2: define('A2', 'Placement order to match', {
    unit: 'days', parts: BOTH, polarity: 'lower', population: `${ADOPTED}, with a placement order or freeing order and a match`,
    definition: 'Mean days from the placement order to the match; a match on or before the day of the order counts 0.',
  }),
  A3: define('A3', 'Moved in within the threshold of entering care', {
    unit: 'percent', parts: BOTH, polarity: 'higher', population: LIST, definition: 'Share whose time from entering care to being placed is shorter than the threshold in calendar months.',
  }),
  A4: define('A4', 'Left care through adoption', {
    unit: 'percent', parts: FLOW, polarity: 'higher', population: 'Children who ceased to be looked after in the period, each by the last time', definition: 'Share who left care because they were adopted (903: E11, E12).',
  }),
  A5: define('A5', 'Decision changed away from adoption', {
    unit: 'percent', parts: BOTH, polarity: 'none', population: LIST, definition: 'Share whose decision was reversed in the period, over all on the list, as ChAT does.',
  }),
  A9: define('A9', 'Waiting to be placed', {
    unit: 'children', parts: STANDING, polarity: 'lower', population: 'Children at the end of the period', definition: 'Decision made, not placed, not adopted, not reversed.',
  }),
  A14: define('A14', 'Waiting with a placement order', {
    unit: 'children', parts: STANDING, polarity: 'lower', population: 'Children at the end of the period', definition: 'As A9, with a placement order or freeing order.',
  }),
  A15: define('A15', 'New decisions', { unit: 'children', parts: FLOW, polarity: 'none', population: 'Decisions in the period', definition: 'Decisions that a child should be placed for adoption, by their date.' }),
  A16: define('A16', 'New placement orders', { unit: 'children', parts: FLOW, polarity: 'none', population: 'Orders in the period', definition: 'Placement or freeing orders, by their date.' }),
  'CHAT.TOTAL': define('CHAT.TOTAL', 'On the list', { unit: 'children', parts: BOTH, polarity: 'none', population: LIST, definition: 'All of them. The parts need not add up to it.' }),
  'CHAT.ADOPTED': define('CHAT.ADOPTED', 'Adopted', { unit: 'children', parts: FLOW, polarity: 'higher', population: LIST, definition: 'Adoption order in the period.' }),
  'CHAT.WAITING': define('CHAT.WAITING', 'Waiting to be adopted', {
    unit: 'children', parts: STANDING, polarity: 'none', population: LIST, definition: 'No adoption order and no reversal; children who are placed already are among them.',
  }),
  'CHAT.WAITING_PO': define('CHAT.WAITING_PO', 'Waiting to be adopted, with a placement order', {
    unit: 'children', parts: STANDING, polarity: 'none', population: LIST, definition: 'No adoption order and no reversal, with a placement order.',
  }),
  'CHAT.REVERSED': define('CHAT.REVERSED', 'Decision reversed', { unit: 'children', parts: FLOW, polarity: 'none', population: LIST, definition: 'Reversal in the period.' }),
  'STAGE.EC_ADM': stage('STAGE.EC_ADM', 'Entering care to decision'),
  'STAGE.ADM_PO': stage('STAGE.ADM_PO', 'Decision to placement order'),
  'STAGE.PO_M': stage('STAGE.PO_M', 'Placement order to match', ' A match before the order counts 0.'),
  'STAGE.M_P': stage('STAGE.M_P', 'Match to moving in'),
  'STAGE.P_AO': stage('STAGE.P_AO', 'Moving in to adoption order'),
} as const satisfies Readonly<Record<string, Definition>>;

function stage(code: string, label: string, more = ''): Definition {
  return define(code, label, {
    unit: 'days', parts: FLOW, polarity: 'lower', population: 'Children with an adoption order in the period and both dates', definition: `Mean days between the two dates; stages are reckoned one by one and need not add up.${more}`,
  });
}

export type ChildCode = keyof typeof CHILD_DEFINITIONS;
const CHILD_CODES = Object.keys(CHILD_DEFINITIONS) as readonly ChildCode[];

const A3_OF: Readonly<Record<A3Population, string>> = {
  placedOnly: `${LIST}; those of them who were placed, as ChAT words it`,
  adoptedOnly: 'Children with an adoption order in the period who were placed',
  adoptedPlusWaiting: 'Children with an adoption order in the period who were placed, and children with a decision who are not placed at its end',
};

/** Each figure with what it is, in the order of the definitions; A3 says of whom it was asked, and the threshold (domain.md trap 5). */
export function indicatorsOf(figures: Readonly<Record<ChildCode, Figure>>, period: Period, { a3Population, a3Months, openBelowThreshold }: ChildParameters): readonly Indicator[] {
  const open = a3Population === 'adoptedPlusWaiting' ? ` A child who has not waited that long yet ${openBelowThreshold === 'met' ? 'counts as within it' : 'is left out'}.` : '';
  const a3 = { population: A3_OF[a3Population], definition: `Share whose time from entering care to being placed is shorter than ${a3Months} calendar months.${open}` };
  return CHILD_CODES.map((code) => ({ ...CHILD_DEFINITIONS[code], ...(code === 'A3' ? a3 : {}), ...figures[code], period }));
}

/** All of them, in the order in which they are shown. */
export const DEFINITIONS: readonly Definition[] = [...Object.values(CHILD_DEFINITIONS), ...ADOPTED_DEFINITIONS, ...PLACING_DEFINITIONS, ...HOUSEHOLD_DEFINITIONS];

const BY_CODE: ReadonlyMap<string, Definition> = new Map(DEFINITIONS.map((definition) => [definition.code, definition]));

export const definitionOf = (code: string): Definition | undefined => BY_CODE.get(code);
