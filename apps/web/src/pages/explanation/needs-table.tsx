import { inPolicyOrder } from '@hub/domain/children/words';
import { Dots } from '../../components/dots';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { ContributionPartsFragment, HouseholdCardPartsFragment, UnitCardPartsFragment } from '../../gql/graphql';
import { levelOfWords, needWords } from '../../words/needs';
import { Fit } from './fit';

interface NeedsTableProps {
  readonly members: string;
  readonly unit: UnitCardPartsFragment;
  readonly household: HouseholdCardPartsFragment;
  readonly contributions: readonly ContributionPartsFragment[];
}

interface NeedRow {
  readonly key: string;
  readonly need: number | null;
  readonly upTo?: number | null;
  readonly offer: number | null;
  readonly contribution?: ContributionPartsFragment;
}

/** The run's level; of another agency's child the range that its card shows. */
function needOf(unit: UnitCardPartsFragment, key: string, words: string | null): Pick<NeedRow, 'need' | 'upTo'> {
  const shown = unit.needs.find((one) => one.key === key);
  return !unit.isOwn && shown && shown.upTo !== null ? { need: shown.level, upTo: shown.upTo } : { need: levelOfWords(words) };
}

/** Needs that count, each beside what the family would accept; a need of none asks nothing and is left out. */
function rowsOf({ unit, household, contributions }: NeedsTableProps): NeedRow[] {
  const scored = contributions.filter(({ criterion }) => criterion.startsWith('need:'));
  // The run's own evidence, where there is one: the cards may have changed since, and then nothing would add up.
  if (contributions.length > 0) {
    return inPolicyOrder(scored.map((contribution) => ({ key: contribution.criterion.slice('need:'.length), contribution })))
      .map(({ key, contribution }) => ({ key, contribution, ...needOf(unit, key, contribution.unitValue), offer: levelOfWords(contribution.householdValue) }));
  }
  return inPolicyOrder(unit.needs).filter(({ level }) => level !== 0)
    .map(({ key, level, upTo }) => ({ key, need: level, upTo, offer: household.offers.find((offer) => offer.key === key)?.level ?? null }));
}

export function NeedsTable(props: NeedsTableProps) {
  const rows = rowsOf(props);
  const scored = props.contributions.length > 0;
  return (
    <section className="hub-evidence">
      <h2 className="govuk-heading-m">Needs and offers, on one scale</h2>
      {rows.length === 0 ? <p className="govuk-body">Every need is recorded as none: nothing is asked of a family here.</p> : (
        <Table caption="Needs and offers" captionHidden rows={rows} keyOf={({ key }) => key} columns={[
          { title: 'Need', names: true, cell: ({ key, contribution }) => <>{needWords(key)} {contribution?.essential && <Tag tone="amber">essential</Tag>}</> },
          { title: props.members, cell: ({ need, upTo }) => <Dots level={need} upTo={upTo} of="need" /> },
          { title: 'Family would accept', cell: ({ offer }) => <Dots level={offer} of="offer" /> },
          { title: 'Outcome', cell: ({ need, offer, contribution }) => <Fit of={contribution?.fit ?? null} known={contribution ? contribution.fit !== null : need !== null && offer !== null} need={need} offer={offer} /> },
          ...(scored ? [{ title: 'Points', numeric: true, cell: ({ contribution }: NeedRow) => (contribution ? contribution.points.toFixed(2) : '') }] : []),
        ]} />
      )}
    </section>
  );
}
