import { Link } from 'react-router';
import { useData } from '../../app/data';
import { AwaitPart } from '../../components/await';
import { Tag } from '../../components/tag';
import { PanelItemsOfHouseholdDocument, PanelItemsOfLinkDocument, type PanelItemPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { standingTone, standingWords } from '../../words/panels';

/** What panels considered of a link: its items, the newest first. */
export function ItemsOfLink({ link }: { link: string }) {
  const found = useData(PanelItemsOfLinkDocument, { link });
  return <AwaitPart of={found} what="panels">{({ panelItemsOfLink }) => <Items items={panelItemsOfLink} />}</AwaitPart>;
}

/** The same of a family's approval. */
export function ItemsOfFamily({ family }: { family: string }) {
  const found = useData(PanelItemsOfHouseholdDocument, { household: family });
  return <AwaitPart of={found} what="panels">{({ panelItemsOfHousehold }) => <Items items={panelItemsOfHousehold} />}</AwaitPart>;
}

function Items({ items }: { items: readonly PanelItemPartsFragment[] }) {
  if (items.length === 0) return <p className="govuk-body-s">No panel is booked.</p>;
  return (
    <ul className="govuk-list">
      {items.map((item) => <li key={item.reference}><Link className="govuk-link" to={`/panels/items/${item.reference}`}>Panel on {dayWords(item.meetsOn)}</Link> <Tag tone={standingTone(item)}>{standingWords(item)}</Tag></li>)}
    </ul>
  );
}
