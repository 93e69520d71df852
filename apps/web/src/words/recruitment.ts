import { ENQUIRY_STATES, ENQUIRY_WAYS, type EnquiryState, type EnquiryWay } from '@hub/domain/recruitment/enquiries';
import { ASKED_BY, DELAY_REASONS, eventCodeWords, RECOMMENDATIONS, REVIEW_OUTCOMES, type AskedBy } from '@hub/domain/adopters/event-codes';
import { BOOKING_STATES, COURSE_KINDS, COURSE_SETTINGS, type BookingState, type CourseKind, type CourseSetting } from '@hub/domain/recruitment/courses';
import { PIPELINE_STAGES, type PipelineStage } from '@hub/domain/recruitment/board';
import { lowerFirst, optionsOf } from './plain';

export const CODE_OPTIONS: Readonly<Record<'DELAY' | 'REVIEW' | 'RECOMMENDATION', readonly { value: string; label: string }[]>> =
  { DELAY: optionsOf(DELAY_REASONS), REVIEW: optionsOf(REVIEW_OUTCOMES), RECOMMENDATION: optionsOf(RECOMMENDATIONS) };
export const STAGE_OPTIONS = [{ value: '', label: 'Every stage' }, ...optionsOf(PIPELINE_STAGES)];

export const stageWords = (stage: string): string => PIPELINE_STAGES[stage as PipelineStage] ?? stage;
export const codeWords = (code: string | null | undefined): string => (code ? eventCodeWords(code) : 'not recorded');
export const askedWords = (askedBy: string | null | undefined): string => (askedBy ? ASKED_BY[askedBy as AskedBy] ?? askedBy : 'not recorded');
export const askedOptions = (by: readonly AskedBy[]) => by.map((value) => ({ value, label: ASKED_BY[value] }));

export const COURSE_KIND_OPTIONS = optionsOf(COURSE_KINDS);
export const COURSE_SETTING_OPTIONS = optionsOf(COURSE_SETTINGS);
export const courseKindWords = (kind: string): string => COURSE_KINDS[kind as CourseKind] ?? kind;
export const courseSettingWords = (setting: string): string => COURSE_SETTINGS[setting as CourseSetting] ?? setting;
export const bookingWords = (state: string): string => BOOKING_STATES[state as BookingState] ?? state;

export const ENQUIRY_WAY_OPTIONS = optionsOf(ENQUIRY_WAYS);
export const enquiryWayWords = (how: string): string => lowerFirst(ENQUIRY_WAYS[how as EnquiryWay] ?? how);
export const enquiryStateWords = (state: string): string => ENQUIRY_STATES[state as EnquiryState] ?? state;
