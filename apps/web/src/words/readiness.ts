import { PREPARATIONS, VIEW_HOLDERS, WHY_NO_VIEWS } from '@hub/domain/readiness/preparation';
import type { Tone } from '../components/tag';
import { optionsOf, plain } from './plain';

const PREPARED: Readonly<Record<string, { readonly label: string }>> = PREPARATIONS;
export const preparationWords = (kind: string): string => PREPARED[kind]?.label ?? plain(kind);
export const PREPARATION_OPTIONS = Object.entries(PREPARATIONS).map(([value, { label }]) => ({ value, label }));

const STATES: Readonly<Record<string, readonly [string, Tone]>> = { MET: ['There', 'green'], MISSING: ['Missing', 'red'], NOT_NEEDED: ['Not needed', 'grey'] };
export const checkWords = (state: string): string => STATES[state]?.[0] ?? plain(state);
export const checkTone = (state: string): Tone => STATES[state]?.[1] ?? 'grey';

const HOLDERS: Readonly<Record<string, string>> = VIEW_HOLDERS;
const WHY: Readonly<Record<string, string>> = WHY_NO_VIEWS;
export const holderWords = (holder: string): string => HOLDERS[holder] ?? plain(holder);
export const whyNotWords = (why: string): string => WHY[why] ?? plain(why);
export const HOLDER_OPTIONS = optionsOf(VIEW_HOLDERS);
export const WHY_NOT_OPTIONS = optionsOf(WHY_NO_VIEWS);
