import { Link } from 'react-router';
import { useChange, useData } from '../../app/data';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { ButtonLink } from '../../components/button';
import { Download } from '../../components/download';
import { Form } from '../../components/form';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { GivenDocumentsDocument, GiveDocumentDocument, LinkDocumentsDocument, TakeBackDocumentDocument, type DocumentPartsFragment, type GivenDocumentsQuery } from '../../gql/graphql';
import { instantWords } from '../../words/dates';
import { documentWords, fileWords, standingTone, standingWords } from '../../words/documents';
import type { LinkOfPage } from '../links/link-of-page';

const TOO_EARLY = /^(SUGGESTED|EXPRESSED_INTEREST|SHORTLISTED)$/;

/** What either side holds and gives the other (stage S3). */
export function LinkDocuments({ link }: { link: LinkOfPage }) {
  const may = useMay();
  const reads = (may('documents.readChild') || may('documents.readHousehold')) && link.parties.some(({ isOwn }) => isOwn);
  return (
    <section aria-labelledby="documents">
      <h2 className="govuk-heading-m" id="documents">Documents</h2>
      {may('documents.readGiven') && <GivenToUs link={link.reference} />}
      {reads && <Ours link={link} />}
    </section>
  );
}

function GivenToUs({ link }: { link: string }) {
  const found = useData(GivenDocumentsDocument, { link });
  return <AwaitPart of={found} what="what you were given">{({ givenDocuments }) => <GivenTable documents={givenDocuments} />}</AwaitPart>;
}

function GivenTable({ documents }: { documents: GivenDocumentsQuery['givenDocuments'] }) {
  if (documents.length === 0) return <p className="govuk-body">The other side has given you no document, or it is not shown at this step. Only the named worker of a side is shown them, from the sharing of the child’s permanence report on.</p>;
  return (
    <Table caption="Given to you by the other side" rows={documents} keyOf={({ reference, number }) => `${reference} ${number}`} columns={[
      { title: 'Document', names: true, cell: (document) => documentWords(document) },
      { title: 'Version', numeric: true, cell: ({ number }) => number },
      { title: 'Given', cell: ({ at }) => instantWords(at) },
      { title: 'File', cell: ({ reference, number, type, sizeBytes, kind }) => <><Download label={`Download ${documentWords({ kind })}`} path={`/document-files/${reference}/${number}`} />{fileWords(type, sizeBytes)}</> },
    ]} />
  );
}

function Ours({ link }: { link: LinkOfPage }) {
  const may = useMay();
  const found = useData(LinkDocumentsDocument, { link: link.reference });
  const gives = may('documents.give') && link.isOpen && !TOO_EARLY.test(link.state);
  const ofChild = link.parties.some(({ side, isOwn }) => side === 'CHILD' && isOwn);
  return (
    <>
      <AwaitPart of={found} what="the documents">
        {({ linkDocuments }) => (linkDocuments.length === 0 ? <p className="govuk-body">Your agency keeps no document about it yet.</p> : (
          <Table caption="Kept by your agency" rows={linkDocuments} keyOf={({ reference }) => reference} columns={[
            { title: 'Document', names: true, cell: ({ reference, kind, versions }) => <Link className="govuk-link" to={`/documents/${reference}`}>{documentWords({ kind, title: versions[0]?.title })}<span className="govuk-visually-hidden"> {reference}</span></Link> },
            { title: 'Review', cell: ({ standing }) => <Tag tone={standingTone(standing)}>{standingWords(standing)}</Tag> },
            { title: 'Given to the other side', cell: (document) => <Giving link={link.reference} document={document} mayGive={gives} onChanged={() => void found.refresh()} /> },
          ]} />
        ))}
      </AwaitPart>
      {ofChild && link.isOpen && may('documents.keepChild') && <ButtonLink kind="secondary" to={`/links/${link.reference}/documents/new`}>Add a document about this link</ButtonLink>}
    </>
  );
}

function Giving({ link, document: { reference, kind, version, versions }, mayGive, onChanged }: { link: string; document: DocumentPartsFragment; mayGive: boolean; onChanged: () => void }) {
  const [give] = useChange(GiveDocumentDocument);
  const [takeBack] = useChange(TakeBackDocumentDocument);
  const given = versions.filter((one) => one.given.some((gift) => gift.link === link && !gift.takenBackAt)).map(({ number }) => number);
  const name = documentWords({ kind });
  const send = (change: typeof give | typeof takeBack, number: number) => async () => {
    const outcome = await change({ input: { document: reference, number, link } });
    if (outcome.ok) onChanged();
    return outcome;
  };
  return (
    <>
      <p className="govuk-body">{given.length === 0 ? 'Not given' : `Version ${given.join(', ')}`}</p>
      {mayGive && !given.includes(version) && <Form submit={`Give version ${version} of ${name}`} onSubmit={send(give, version)} />}
      {mayGive && given.map((number) => <Form key={number} submit={`Take back version ${number} of ${name}`} tone="warning" onSubmit={send(takeBack, number)} />)}
    </>
  );
}
