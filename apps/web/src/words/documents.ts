import { DOCUMENT_KINDS, kindsAbout, REVIEW_OUTCOMES, type DocumentKind, type DocumentSubject, type ReviewOutcome } from '@hub/domain/documents/kinds';
import type { Tone } from '../components/tag';
import { plain } from './plain';

const KINDS: Readonly<Record<string, { readonly label: string }>> = DOCUMENT_KINDS;

export const documentKindWords = (kind: string): string => KINDS[kind]?.label ?? plain(kind);
export const kindOptions = (subject: DocumentSubject): { value: DocumentKind; label: string }[] => kindsAbout(subject).map((kind) => ({ value: kind, label: DOCUMENT_KINDS[kind].label }));

/** With its title, where it has one. */
export const documentWords = ({ kind, title }: { readonly kind: string; readonly title?: string | null }): string => (title ? `${documentKindWords(kind)}: ${title}` : documentKindWords(kind));

const STANDINGS: Readonly<Record<string, readonly [string, Tone]>> = { NOT_REVIEWED: ['Not reviewed', 'grey'], CHANGES_ASKED: ['Changes asked for', 'amber'], ACCEPTED: ['Accepted', 'green'] };
export const standingWords = (standing: string): string => STANDINGS[standing]?.[0] ?? plain(standing);
export const standingTone = (standing: string): Tone => STANDINGS[standing]?.[1] ?? 'grey';

export const reviewWords = (outcome: string): string => REVIEW_OUTCOMES[outcome as ReviewOutcome] ?? plain(outcome);
export const REVIEW_OPTIONS = [
  { value: 'ACCEPTED', label: 'Accept this version' }, { value: 'CHANGES_ASKED', label: 'Ask for changes' }, { value: 'FEEDBACK', label: 'Give feedback alone' },
];

export const fileWords = (type: string, sizeBytes: number): string => `${type}, ${sizeBytes < 100_000 ? `${Math.max(1, Math.round(sizeBytes / 1000))} kB` : `${(sizeBytes / 1_000_000).toFixed(1)} MB`}`;
