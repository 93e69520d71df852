import { useParams } from 'react-router';
import { useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { Download } from '../../components/download';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { DocumentPageDocument, type DocumentPartsFragment } from '../../gql/graphql';
import { instantWords } from '../../words/dates';
import { documentWords, fileWords, reviewWords, standingTone, standingWords } from '../../words/documents';
import { Flags } from './flags';
import { ReviewForm } from './review-form';

type Version = DocumentPartsFragment['versions'][number];

export default function DocumentPage() {
  const { document = '' } = useParams();
  const found = useData(DocumentPageDocument, { reference: document });
  const [said, say] = useSaid(found.refresh);
  return (
    <Await of={found} what="the document">
      {(data) => (data.document ? <Whole document={data.document} said={said} onChanged={say} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

/** Where the documents of its record stand. */
function backOf({ subject, subjectReference, unitReference }: DocumentPartsFragment): { to: string; label: string } {
  if (subject === 'LINK') return { to: `/links/${subjectReference}`, label: `Link ${subjectReference}` };
  const of = unitReference ?? subjectReference;
  return { to: `/${unitReference ? 'children' : 'families'}/${of}/documents`, label: `Documents of ${of}` };
}

function Whole({ document, said, onChanged }: { document: DocumentPartsFragment; said: string; onChanged: (words: string) => void }) {
  const may = useMay();
  const { reference, kind, subject, subjectReference, standing, versions } = document;
  const stores = may(subject === 'HOUSEHOLD' ? 'documents.keepHousehold' : 'documents.keepChild');
  return (
    <PageBody back={backOf(document)}>
      <DoneBanner />
      {said && <Success key={said}>{said}</Success>}
      <Heading title={documentWords({ kind, title: versions[0]?.title })} />
      <SummaryList rows={[
        { label: 'Reference', value: reference }, { label: 'About', value: subjectReference }, { label: 'Newest version', value: <Tag tone={standingTone(standing)}>{standingWords(standing)}</Tag> },
      ]} />
      {stores && <ButtonLink to={`/documents/${reference}/new-version`}>Add a new version</ButtonLink>}
      {versions.map((version) => <VersionPart key={version.number} reference={reference} version={version} onChanged={onChanged} />)}
    </PageBody>
  );
}

function VersionPart({ reference, version, onChanged }: { reference: string; version: Version; onChanged: (words: string) => void }) {
  const { number, type, sizeBytes, why, at, person, standing, reviews, given } = version;
  const reviewsIt = useMay()('documents.review') && !person.isViewer;
  return (
    <section aria-labelledby={`version-${number}`}>
      <h2 className="govuk-heading-m" id={`version-${number}`}>Version {number} <Tag tone={standingTone(standing)}>{standingWords(standing)}</Tag></h2>
      <p className="govuk-body">Added by {person.displayName}, {instantWords(at)}. {fileWords(type, sizeBytes)}.{why && ` Why: ${why}`}</p>
      <Download label={`Download version ${number}`} path={`/document-files/${reference}/${number}`} />
      <Flags reference={reference} version={version} onJudged={() => onChanged('Your judgement is recorded.')} />
      {reviews.length > 0 && (
        <ul className="govuk-list hub-notices">
          {reviews.map((review) => (
            <li key={review.at}>
              <p className="govuk-body hub-secondary">{reviewWords(review.outcome)}, {review.person.displayName}, {instantWords(review.at)}</p>
              {review.words && <p className="govuk-body">{review.words}</p>}
            </li>
          ))}
        </ul>
      )}
      {given.map(({ link, at: givenAt, takenBackAt }) => <p key={`${link} ${givenAt}`} className="govuk-body">Given on link {link}, {instantWords(givenAt)}{takenBackAt ? `, taken back ${instantWords(takenBackAt)}` : ''}.</p>)}
      {reviewsIt && <ReviewForm document={reference} number={number} key={reviews.length} onDone={() => onChanged('Your review is recorded, and whoever added the version is told.')} />}
    </section>
  );
}
