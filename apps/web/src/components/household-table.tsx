import { rangeWords, roomWords } from '@hub/domain/adopters/spoken-card';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { HouseholdCardPartsFragment, OpenLink } from '../gql/graphql';
import { useMay } from '../app/viewer';
import { distanceWords, householdStageWords, regionWords } from '../words/cards';
import { LinkCell } from './link-cell';
import { NotRecorded } from './summary-list';
import { Table } from './table';
import { Tag } from './tag';

type Household = HouseholdCardPartsFragment & { readonly openLink?: OpenLink | null; readonly distanceBand?: string | null };

interface HouseholdTableProps {
  readonly households: readonly Household[];
  /** What each meets of the search. */
  readonly why: (household: HouseholdCardPartsFragment) => readonly string[];
  readonly keep?: (reference: string) => ReactNode;
  readonly compare?: (reference: string) => ReactNode;
  /** By reference, who is new. */
  readonly marked?: ReadonlySet<string>;
}

export function HouseholdTable({ households, why, keep, compare, marked }: HouseholdTableProps) {
  const mayLink = useMay()('links.move');
  const hasDistance = households.some(({ distanceBand }) => distanceBand != null);
  return (
    <Table caption="Families found" captionHidden rows={households} keyOf={({ reference }) => reference} columns={[
      { title: 'Reference', names: true, cell: ({ reference }) => <><Link className="govuk-link" to={`/families/${reference}`}>{reference}</Link> {marked?.has(reference) && <Tag tone="green">New</Tag>}</> },
      { title: 'Approved for', cell: ({ approvedFromMonths, approvedToMonths, maxChildren }) => <>{rangeWords(approvedFromMonths, approvedToMonths) ?? <NotRecorded />}<span className="hub-table__under">{roomWords(maxChildren) ?? 'room not recorded'}</span></> },
      { title: 'Stage', cell: ({ stage, isOwn, earlyPermanence, hasProfile }) => <>{householdStageWords(stage)} {isOwn && <Tag tone="blue">Your agency’s</Tag>} {earlyPermanence && <Tag tone="plum">Early permanence</Tag>} {hasProfile && <Tag tone="green">Profile</Tag>}</> },
      { title: 'Region', cell: ({ regionBand }) => regionWords(regionBand) },
      ...(hasDistance ? [{ title: 'Distance', cell: ({ distanceBand }: Household) => distanceWords(distanceBand) }] : []),
      { title: 'Why shown', cell: (household) => why(household).join('; ') },
      ...(mayLink || households.some(({ openLink }) => openLink) ? [{ title: 'Link', cell: ({ reference, openLink }: Household) => <LinkCell openLink={openLink} mayLink={mayLink} to={`/families/${reference}/interest`} reference={reference} /> }] : []),
      ...(keep ? [{ title: 'Keep', cell: ({ reference }: HouseholdCardPartsFragment) => keep(reference) }] : []),
      ...(compare ? [{ title: 'Compare', cell: ({ reference }: HouseholdCardPartsFragment) => compare(reference) }] : []),
    ]} />
  );
}
