import { groupWords } from '@hub/domain/children/spoken-card';
import { inPolicyOrder } from '@hub/domain/children/words';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { OpenLink, UnitCardPartsFragment } from '../gql/graphql';
import { distanceWords, regionWords, waitingWords } from '../words/cards';
import { levelWords, needRangeWords, needWords } from '../words/needs';
import { lowerFirst } from '../words/plain';
import { useMay } from '../app/viewer';
import { LinkCell } from './link-cell';
import { Table } from './table';
import { Tag } from './tag';

/** The needs at their highest recorded level, in words: what a reader looks for first. */
export function needsInShort(card: UnitCardPartsFragment): string {
  const highest = card.highestNeed ?? 0;
  if (card.highestNeed === null) return 'not recorded';
  if (highest === 0) return 'none';
  const named = inPolicyOrder(card.needs).filter(({ level, upTo }) => (upTo ?? level) === highest && needRangeWords(level, upTo) !== 'not shown').map(({ key }) => lowerFirst(needWords(key)));
  const shown = named.slice(0, 3).join(', ');
  return `${levelWords(highest)}: ${shown}${named.length > 3 ? ` and ${named.length - 3} more` : ''}`;
}

type Unit = UnitCardPartsFragment & { readonly openLink?: OpenLink | null; readonly distanceBand?: string | null };

interface UnitTableProps {
  readonly units: readonly Unit[];
  readonly caption: string;
  readonly withInterest?: boolean;
  /** Of a search: what each meets. */
  readonly why?: (unit: UnitCardPartsFragment) => readonly string[];
  readonly keep?: (reference: string) => ReactNode;
  readonly compare?: (reference: string) => ReactNode;
  /** By reference, who is new. */
  readonly marked?: ReadonlySet<string>;
}

export function UnitTable({ units, caption, withInterest = false, why, keep, compare, marked }: UnitTableProps) {
  const mayLink = useMay()('links.move') && withInterest;
  const hasDistance = units.some(({ distanceBand }) => distanceBand != null);
  return (
    <Table caption={caption} captionHidden rows={units} keyOf={({ reference }) => reference} columns={[
      { title: 'Reference', names: true, cell: ({ reference }) => <><Link className="govuk-link" to={`/children/${reference}`}>{reference}</Link> {marked?.has(reference) && <Tag tone="green">New</Tag>}</> },
      { title: 'Who', cell: (unit) => <>{groupWords(unit)} {unit.isOwn && <Tag tone="blue">Your agency’s</Tag>} {unit.earlyPermanence && <Tag tone="plum">Early permanence</Tag>} {unit.hasProfile && <Tag tone="green">Profile</Tag>}</> },
      { title: 'Highest needs', cell: needsInShort },
      { title: 'Waiting', cell: ({ waitingBand }) => waitingWords(waitingBand) },
      { title: 'Region', cell: ({ regionBand }) => regionWords(regionBand) },
      ...(hasDistance ? [{ title: 'Distance', cell: ({ distanceBand }: Unit) => distanceWords(distanceBand) }] : []),
      ...(why ? [{ title: 'Why shown', cell: (unit: UnitCardPartsFragment) => why(unit).join('; ') }] : []),
      ...(mayLink || units.some(({ openLink }) => openLink) ? [{ title: 'Link', cell: ({ reference, openLink }: Unit) => <LinkCell openLink={openLink} mayLink={mayLink} to={`/children/${reference}/interest`} reference={reference} /> }] : []),
      ...(keep ? [{ title: 'Keep', cell: ({ reference }: UnitCardPartsFragment) => keep(reference) }] : []),
      ...(compare ? [{ title: 'Compare', cell: ({ reference }: UnitCardPartsFragment) => compare(reference) }] : []),
    ]} />
  );
}
