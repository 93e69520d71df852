import { Link } from 'react-router';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import type { AgenciesPageQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { stageWords } from '../../words/states';

type Agreement = AgenciesPageQuery['agreements'][number];

function reviewWords({ reviewOn, reviewReminder }: Agreement): string | null {
  if (!reviewOn) return null;
  if (reviewReminder === null) return dayWords(reviewOn);
  return reviewReminder === 0 ? `${dayWords(reviewOn)}: due now` : `${dayWords(reviewOn)}: in ${reviewReminder} days or less`;
}

const signatureWords = ({ signatures }: Agreement): string => signatures.map(({ agency, signedBy, signedOn }) => `${agency.name}: ${signedBy}, ${dayWords(signedOn)}`).join('; ');

interface EntryProps {
  readonly agreement: Agreement;
  readonly mayManage: boolean;
  readonly mayRead: boolean;
  readonly heading?: 'h2' | 'h3';
}

/** One agreement of the register, in full. */
export function AgreementEntry({ agreement, mayManage, mayRead, heading: Title = 'h3' }: EntryProps) {
  const { reference, title, version, isLive, startsOn, endsOn, upToStage, legalBasis, article6, article9, dataCategories, parties, hasDocument, reviewReminder } = agreement;
  return (
    <section aria-labelledby={`agreement-${reference}`}>
      <Title className="govuk-heading-s" id={`agreement-${reference}`}>
        {title} <span className="hub-secondary">{reference}, version {version}</span> <Tag tone={isLive ? 'green' : 'grey'}>{isLive ? 'Live' : 'Not live'}</Tag>
        {reviewReminder !== null && <> <Tag tone="amber">Review</Tag></>}
      </Title>
      <SummaryList rows={[
        { label: 'Parties', value: parties.map(({ name }) => name).join(', ') },
        { label: 'Shares up to', value: stageWords(upToStage) },
        { label: 'Kinds of data', value: dataCategories.join(', ') },
        { label: 'Statute', value: legalBasis },
        { label: 'UK GDPR, Article 6', value: article6 },
        { label: 'UK GDPR, Article 9, and Schedule 1', value: article9 },
        { label: 'Signed by', value: signatureWords(agreement) },
        { label: 'From', value: `${dayWords(startsOn)}${endsOn ? ` to ${dayWords(endsOn)}` : ', no end set'}` },
        { label: 'Review', value: reviewWords(agreement) },
        { label: 'Document', value: hasDocument ? (mayRead ? <a className="govuk-link" href={`/agreement-documents/${reference}`} download>Download the signed document (PDF)</a> : 'Kept') : null },
      ]} />
      {mayManage && (
        <ul className="hub-links">
          <li><Link className="govuk-link" to={`/agencies/agreements/${reference}/document`}>{hasDocument ? 'Replace' : 'Add'} the document<span className="govuk-visually-hidden"> of {title}</span></Link></li>
          {isLive && <li><Link className="govuk-link" to={`/agencies/agreements/${reference}/end`}>End<span className="govuk-visually-hidden"> {title}</span></Link></li>}
        </ul>
      )}
    </section>
  );
}
