import { distanceBandWords } from '@hub/domain/matching/shown-distance';
import { BOTH, oneBoolean, some, yesNo, type FacetMeaning } from '../../components/facet-groups';
import type { Chosen } from '../../components/filter';
import type { UnitFilter } from '../../gql/graphql';
import { ageBandWords, regionWords, sexWords, waitingWords } from '../../words/cards';
import { NEEDS } from '../../words/needs';

export const UNIT_FACETS: Readonly<Record<string, FacetMeaning>> = {
  ageBands: { title: 'Age', words: ageBandWords },
  sex: { title: 'Sex', words: sexWords },
  groupSizes: { title: 'Children together', words: (size) => (size === '1' ? 'One child' : `Group of ${size}`) },
  waitingBands: { title: 'Waiting', words: waitingWords },
  regionBands: { title: 'Region', words: regionWords },
  distanceBands: { title: 'Distance', words: distanceBandWords },
  earlyPermanence: { title: 'Early permanence', words: yesNo('Early permanence', 'Not early permanence'), values: BOTH },
  withProfile: { title: 'Profile', words: yesNo('Profile released', 'Card only'), values: BOTH },
  own: { title: 'Agency', words: yesNo('Your agency’s', 'Other agencies’'), values: BOTH },
};

export interface NeedChoice { readonly key: string; readonly atMost: number | null }

export function filterOf(chosen: Chosen, need: NeedChoice, near: string): UnitFilter {
  return {
    ...(near !== '' && { nearHousehold: near, distanceBands: some(chosen.distanceBands) }),
    ageBands: some(chosen.ageBands), sex: some(chosen.sex), regionBands: some(chosen.regionBands), waitingBands: some(chosen.waitingBands),
    groupSizes: some(chosen.groupSizes)?.map(Number),
    earlyPermanence: oneBoolean(chosen.earlyPermanence), withProfile: oneBoolean(chosen.withProfile), own: oneBoolean(chosen.own),
    needs: need.key === '' ? undefined : [{ key: need.key, atMost: need.atMost }],
  };
}

export const needOptions = [{ value: '', label: 'Any need' }, ...NEEDS.map(([value, label]) => ({ value, label }))];
