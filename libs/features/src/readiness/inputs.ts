import { PREPARATION_NAMES, VIEW_HOLDERS, WHY_NO_VIEWS, type Preparation, type ViewHolder, type WhyNoViews } from '@hub/domain/readiness/preparation';
import { z } from 'zod';
import { day, idempotencyKey, reference } from '../children/inputs';
import { linkReference } from '../links/inputs';

const words = z.string().trim().max(4_000, 'Use at most 4000 characters.').nullish();
const keysOf = <K extends string>(table: Readonly<Record<K, string>>) => z.enum(Object.keys(table) as [K, ...K[]]);

export const childViewRequest = z.strictObject({ child: reference, holder: keysOf<ViewHolder>(VIEW_HOLDERS), onDate: day, whyNot: keysOf<WhyNoViews>(WHY_NO_VIEWS).nullish(), words, idempotencyKey });
export const preparationRequest = z.strictObject({ link: linkReference, kind: z.enum(PREPARATION_NAMES as [Preparation, ...Preparation[]]), onDate: day, words, idempotencyKey });
export const goOnRequest = z.strictObject({ link: linkReference, reason: z.string().trim().min(1, 'Say why the panel goes on without.').max(2_000, 'Use at most 2000 characters.'), idempotencyKey });
