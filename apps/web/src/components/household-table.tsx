import { rangeWords, roomWords } from '@hub/domain/adopters/spoken-card';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { HouseholdCardPartsFragment } from '../gql/graphql';
import { useMay } from '../app/viewer';
import { householdStageWords, regionWords } from '../words/cards';
import { InterestLink } from './interest-link';
import { NotRecorded } from './summary-list';
import { Table } from './table';
import { Tag } from './tag';

interface HouseholdTableProps {
  readonly households: readonly HouseholdCardPartsFragment[];
  /** What each meets of the search. */
  readonly why: (household: HouseholdCardPartsFragment) => readonly string[];
  readonly keep?: (reference: string) => ReactNode;
  readonly compare?: (reference: string) => ReactNode;
}

export function HouseholdTable({ households, why, keep, compare }: HouseholdTableProps) {
  const may = useMay();
  return (
    <Table caption="Families found" captionHidden rows={households} keyOf={({ reference }) => reference} columns={[
      { title: 'Reference', names: true, cell: ({ reference }) => <Link className="govuk-link" to={`/families/${reference}`}>{reference}</Link> },
      { title: 'Approved for', cell: ({ approvedFromMonths, approvedToMonths, maxChildren }) => <>{rangeWords(approvedFromMonths, approvedToMonths) ?? <NotRecorded />}<span className="hub-table__under">{roomWords(maxChildren) ?? 'room not recorded'}</span></> },
      { title: 'Stage', cell: ({ stage, isOwn, earlyPermanence, hasProfile }) => <>{householdStageWords(stage)} {isOwn && <Tag tone="blue">Your agency’s</Tag>} {earlyPermanence && <Tag tone="plum">Early permanence</Tag>} {hasProfile && <Tag tone="green">Profile</Tag>}</> },
      { title: 'Region', cell: ({ regionBand }) => regionWords(regionBand) },
      { title: 'Why shown', cell: (household) => why(household).join('; ') },
      ...(may('links.move') ? [{ title: 'Link', cell: ({ reference }: HouseholdCardPartsFragment) => <InterestLink to={`/families/${reference}/interest`} in={reference} /> }] : []),
      ...(keep ? [{ title: 'Keep', cell: ({ reference }: HouseholdCardPartsFragment) => keep(reference) }] : []),
      ...(compare ? [{ title: 'Compare', cell: ({ reference }: HouseholdCardPartsFragment) => compare(reference) }] : []),
    ]} />
  );
}
