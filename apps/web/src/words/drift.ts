import type { Tone } from '../components/tag';
import { plain } from './plain';

const DELAYS: Readonly<Record<string, string>> = { STUCK: 'Stuck', SLOW: 'Slow', NO_LINK: 'No link', NOT_REVIEWED: 'Not reviewed' };
export const delayWords = (delay: string): string => DELAYS[delay] ?? plain(delay);
export const delayTone = (delay: string): Tone => (delay === 'STUCK' ? 'red' : delay === 'SLOW' ? 'amber' : 'plum');

export const DELAY_OPTIONS = [
  { value: '', label: 'Any, or none' },
  { value: 'STUCK', label: 'Stuck: nobody moved a link for long' },
  { value: 'SLOW', label: 'Slow' },
  { value: 'NO_LINK', label: 'No link for long' },
  { value: 'NOT_REVIEWED', label: 'Not reviewed' },
];
