import { Link } from 'react-router';
import { useChange } from '../../app/data';
import { useMay } from '../../app/viewer';
import { Form } from '../../components/form';
import { Table } from '../../components/table';
import { JudgeDocumentDocument, type DocumentPartsFragment } from '../../gql/graphql';

type Version = DocumentPartsFragment['versions'][number];
type Flag = Version['flags'][number];

const JUDGED: Readonly<Record<string, string>> = { IN_ORDER: 'In order', TO_CHANGE: 'To be changed' };

/** What the hub noticed in a version, for a person to judge. */
export function Flags({ reference, version: { number, flags }, onJudged }: { reference: string; version: Version; onJudged: () => void }) {
  if (flags.length === 0) return null;
  return (
    <Table caption={`To look at in version ${number}`} rows={flags} keyOf={({ document, child }) => document ?? child ?? ''} columns={[
      { title: 'What', names: true, cell: (flag) => <What flag={flag} /> },
      { title: 'Judged', cell: (flag) => (flag.judgement ? `${JUDGED[flag.judgement] ?? flag.judgement}, ${flag.person?.displayName ?? ''}` : <Judge reference={reference} number={number} flag={flag} onJudged={onJudged} />) },
    ]} />
  );
}

function What({ flag: { document, percent, child } }: { flag: Flag }) {
  if (document) return <>{percent} per cent of this text stands in <Link className="govuk-link" to={`/documents/${document}`}>{document}</Link> too, about somebody else</>;
  return <>It names child {child}, whom it is not about</>;
}

function Judge({ reference, number, flag, onJudged }: { reference: string; number: number; flag: Flag; onJudged: () => void }) {
  const judges = useMay()('documents.review');
  const [judge] = useChange(JudgeDocumentDocument);
  const other = flag.document ?? flag.child ?? '';
  const send = (judgement: string) => async () => {
    const outcome = await judge({ input: { document: reference, number, other, judgement } });
    if (outcome.ok) onJudged();
    return outcome;
  };
  if (!judges) return 'Not yet';
  return <><Form submit={`In order: ${other}`} onSubmit={send('IN_ORDER')} /><Form submit={`To be changed: ${other}`} tone="warning" onSubmit={send('TO_CHANGE')} /></>;
}
