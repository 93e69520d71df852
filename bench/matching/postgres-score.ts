import { chordBands } from '@hub/domain/matching/distance-bands';
import type { Policy } from '@hub/domain/matching/policy';
import { toTwentieths } from '@hub/domain/matching/twentieths';

/** A soft criterion in SQL: whether it applies, and its fit in twentieths, null where unknown. */
interface SqlCriterion {
  readonly weight: number;
  readonly applies: string;
  readonly fit: string;
}

/** SQL conditions over u (unit) and h (household): the pair fails no hard rule, and one cannot be judged. */
export function ruleConditions({ needs, maxNeedGap, ageStretchMonths }: Policy): { readonly passes: string; readonly unsure: string } {
  const places = needs.map((_, at) => at + 1);
  const fails = [
    'not h.available',
    'h.agency <> u.agency and not h.share_consent',
    'u.size > h.room',
    'h.area = any(u.avoid)',
    'u.early and not h.early',
    `u.youngest < h.age_min - ${ageStretchMonths} or u.oldest > h.age_max + ${ageStretchMonths}`,
    ...places.map((at) => `u.need_${at} - h.accepts_${at} > ${maxNeedGap}`),
  ];
  const unsure = [
    'h.available is null',
    'h.agency <> u.agency and h.share_consent is null',
    'h.room is null',
    "u.avoid <> '{}' and h.area is null",
    'u.early and h.early is null',
    'h.age_min is null',
    ...places.map((at) => `coalesce(u.need_${at} > ${maxNeedGap}, false) and h.accepts_${at} is null`),
  ];
  return {
    // A comparison with null is null, which does not fail.
    passes: [
      ...fails.map((condition) => `(${condition}) is not true`),
      'not exists (select from veto v where v.unit = u.id and v.household = h.id)',
    ].join('\n and '),
    unsure: unsure.map((condition) => `(${condition})`).join('\n or '),
  };
}

/** What one point and one known weight are in a packed sum. */
export const POINT = 2 ** 40;
export const KNOWN = 2 ** 20;

/**
 * SQL for the sums of a pair. `packed` holds points (weight by fit, unknowns counted), known weight and weight in
 * one number, so that each criterion is evaluated once; `stretches` counts those on essential needs.
 */
export function pairSums(policy: Policy): { readonly packed: string; readonly stretches: string } {
  const unknown = toTwentieths(policy.unknownFit);
  const terms = [...needCriteria(policy), ...circumstanceCriteria(policy), ...homeCriteria(policy)].map(
    ({ weight, applies, fit }) =>
      `case when ${applies} then ${weight} +
        coalesce((${fit}) * ${weight * POINT}::bigint + ${weight * KNOWN}, ${weight * unknown * POINT}) else 0 end`,
  );
  const stretches = policy.needs.map((_, index) => {
    const gap = `u.need_${index + 1} - h.accepts_${index + 1}`;
    return `case when u.essential_${index + 1} and ${gap} between 1 and ${policy.maxNeedGap} then 1 else 0 end`;
  });
  return { packed: terms.join('\n + '), stretches: stretches.join('\n + ') };
}

function needCriteria({ needs, weights, stretchFit, maxNeedGap }: Policy): readonly SqlCriterion[] {
  return needs.map((_, index) => {
    const gap = `u.need_${index + 1} - h.accepts_${index + 1}`;
    const partial = `when ${gap} <= ${maxNeedGap} then ${toTwentieths(stretchFit)} when ${gap} is not null then 0`;
    return {
      weight: weights.need,
      applies: `u.need_${index + 1} is distinct from 0`,
      fit: `case when ${gap} <= 0 then 20 ${partial} end`,
    };
  });
}

function circumstanceCriteria({ weights, stretchFit, distanceBandsKm }: Policy): readonly SqlCriterion[] {
  const stretch = toTwentieths(stretchFit);
  const chord = '(u.x - h.x) * (u.x - h.x) + (u.y - h.y) * (u.y - h.y) + (u.z - h.z) * (u.z - h.z)';
  const bands = chordBands(distanceBandsKm).map(({ within, fit }) => `when ${chord} <= ${within} then ${fit}`);
  const shared = (list: string): string =>
    `case when u.${list} is null or h.${list} is null then null when u.${list} && h.${list} then 20 else 0 end`;
  return [
    {
      weight: weights.age,
      applies: 'true',
      fit: `case when h.age_min is null then null when u.youngest >= h.age_min and u.oldest <= h.age_max then 20 else ${stretch} end`,
    },
    {
      weight: weights.sex,
      applies: "h.sex is distinct from 'any'",
      fit: `case when h.sex is null then null when (h.sex = 'F' and u.male) or (h.sex = 'M' and u.female) then 0
        when u.sex_missing then null else 20 end`,
    },
    {
      weight: weights.contact,
      applies: 'u.contact is distinct from 0',
      fit: `case when h.contact >= u.contact then 20 when u.contact - h.contact = 1 then ${stretch} when u.contact - h.contact > 1 then 0 end`,
    },
    { weight: weights.distance, applies: 'true', fit: `case when u.x is null or h.x is null then null ${bands.join(' ')} else 0 end` },
    { weight: weights.heritage, applies: "u.heritage is distinct from '{}'", fit: shared('heritage') },
    { weight: weights.language, applies: "u.languages is distinct from '{}'", fit: shared('languages') },
    {
      weight: weights.religion,
      applies: "u.religion is distinct from 'none'",
      fit: 'case when u.religion = h.religion then 20 when u.religion <> h.religion then 0 end',
    },
  ];
}

function homeCriteria({ weights, siblingGapMonths, smokeFreeUnderMonths }: Policy): readonly SqlCriterion[] {
  const near = `exists (select from unnest(h.at_home) c, unnest(u.ages) a where abs(c - a) < ${siblingGapMonths})`;
  return [
    {
      weight: weights.childrenAtHome,
      applies: "h.at_home is distinct from '{}'",
      fit: `case when h.at_home is null then null when h.youngest_at_home - u.oldest >= ${siblingGapMonths} then 20
        when ${near} then 0 else 10 end`,
    },
    {
      weight: weights.pets,
      applies: 'u.pets_risk is distinct from false',
      fit: 'case when u.pets_risk is null or h.pets is null then null when h.pets then 0 else 20 end',
    },
    { weight: weights.smoking, applies: `u.youngest < ${smokeFreeUnderMonths}`, fit: 'case when h.smokers then 0 when not h.smokers then 20 end' },
  ];
}
