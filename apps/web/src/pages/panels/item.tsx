import { Link, useParams } from 'react-router';
import { useChange, useData, useDone, type Done } from '../../app/data';
import { BackLink } from '../../app/navigation';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemNote, ProblemPage } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { Button, ButtonLink, LinkButton } from '../../components/button';
import { IdentityBar } from '../../components/identity-bar';
import { Box, Columns } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { ConfirmPanelItemDocument, PanelItemPageDocument, WithdrawPanelItemDocument } from '../../gql/graphql';
import { dayWords, instantWords } from '../../words/dates';
import { absenceWords, caseWords, itemKindWords, memberRoleWords, outcomeWords, panelAttendanceWords, recommendationWords, standingTone, standingWords } from '../../words/panels';
import { CaseClocks } from '../clocks/case-clocks';
import { ReadinessOf } from '../readiness/readiness-of';
import { PutRight } from './item-correction';
import { Decision } from './item-decision';
import { Hearing } from './item-hearing';
import type { ItemOfPage } from './item-of-page';

/** What a panel considers, its recommendation, and the decision on it. */
export default function PanelItemPage() {
  const { item = '' } = useParams();
  const found = useData(PanelItemPageDocument, { reference: item });
  return <Await of={found} what="the item">{(data) => (data.panelItem ? <Whole item={data.panelItem} refresh={found.refresh} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}</Await>;
}

function Whole({ item, refresh }: { item: ItemOfPage; refresh: () => Promise<void> }) {
  const { said, problem, done } = useDone(refresh);
  return (
    <>
      <IdentityBar title={`${itemKindWords(item.kind)}: ${caseWords(item)}`} end={<Tag tone={standingTone(item)}>{standingWords(item)}</Tag>}><span>Item {item.reference}</span></IdentityBar>
      <div className="hub-width hub-page">
        <BackLink to={`/panels/${item.panel}`}>{`Panel ${item.panel}`}</BackLink>
        <DoneBanner />
        {problem ? <ProblemNote problem={problem} /> : said && <Success key={said}>{said}</Success>}
        <Columns side={<Side item={item} />}>
          <Standing item={item} />
          <Place item={item} onDone={done} />
          {item.link && <ReadinessOf link={item.link} isOpen={!item.outcome} ofChild={item.isOwn} />}
          <Hearing item={item} onDone={done} />
          <Decision item={item} onDone={done} />
          <CaseClocks title="Clocks" clocks={item.clocks} />
          <PutRight item={item} onDone={done} />
          {item.history.length > 0 && <History item={item} />}
          <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
        </Columns>
      </div>
    </>
  );
}

function Standing({ item }: { item: ItemOfPage }) {
  const { meetsOn, time, host, agency, papersInOn, recommendation, minutesFinalOn, decisionDueOn, outcome, decidedOn, decidedBy, isLate, isOwn, reasons, advice, decisionReasons } = item;
  return (
    <section>
      <h2 className="govuk-heading-m">Where it stands</h2>
      <SummaryList rows={[
        { label: 'Panel', value: `${dayWords(meetsOn)}, ${time}: ${host.name}` },
        { label: 'Whose decision', value: agency.name },
        ...(isOwn ? [{ label: 'Papers', value: papersInOn ? `In since ${dayWords(papersInOn)}` : 'Not in yet' }] : []),
        { label: 'Recommendation', value: recommendation ? recommendationWords(recommendation) : 'Not heard yet' },
        ...(reasons ? [{ label: 'Reasons of the panel', value: reasons }] : []),
        ...(advice ? [{ label: 'Advice of the panel', value: advice }] : []),
        ...(isOwn && recommendation ? [{ label: 'Minutes', value: minutesFinalOn ? `Final on ${dayWords(minutesFinalOn)}` : 'Not final yet' }] : []),
        ...(decisionDueOn ? [{ label: 'Decision due', value: <>{dayWords(decisionDueOn)} {isLate && <Tag tone="red">{outcome ? 'Was late' : 'Late'}</Tag>}</> }] : []),
        { label: 'Decision', value: outcome && decidedOn ? `${outcomeWords(outcome)} on ${dayWords(decidedOn)}${decidedBy ? `, by ${decidedBy.displayName}` : ''}` : isNoMore(item) ? 'None: the link ended, or the family went on otherwise, before it was made' : 'Not made yet' },
        ...(decisionReasons ? [{ label: 'Reasons of the decision', value: decisionReasons }] : []),
      ]} />
      {(reasons || decisionReasons) && <p className="govuk-body-s hub-secondary">Your agency alone reads reasons and advice.</p>}
    </section>
  );
}

/** Heard, and nobody's to decide on any more. */
const isNoMore = ({ isOwn, recommendation, outcome, awaitsDecision }: ItemOfPage): boolean => isOwn && recommendation !== null && recommendation !== 'DEFERRED' && !outcome && !awaitsDecision;

/** The place itself: confirmed by the host, moved or given back by whoever booked it. */
function Place({ item: { reference, version, mayConfirm, mayBook }, onDone }: { item: ItemOfPage; onDone: Done }) {
  const [confirm] = useChange(ConfirmPanelItemDocument);
  const [withdraw] = useChange(WithdrawPanelItemDocument);
  if (!mayConfirm && !mayBook) return null;
  const input = { item: reference, version };
  const say = async () => onDone(await confirm({ input: { ...input, idempotencyKey: crypto.randomUUID() } }), 'The place is confirmed.');
  const giveBack = async () => onDone(await withdraw({ input: { ...input, idempotencyKey: crypto.randomUUID() } }), 'It is taken off the panel.');
  return (
    <div className="govuk-button-group">
      {mayConfirm && <Button onClick={() => void say()}>Confirm the place</Button>}
      {mayBook && <ButtonLink kind="secondary" to={`/panels/items/${reference}/move`}>Move to another place</ButtonLink>}
      {mayBook && <Button kind="secondary" onClick={() => void giveBack()}>Take it off the panel</Button>}
    </div>
  );
}

function History({ item: { history } }: { item: ItemOfPage }) {
  return (
    <section>
      <h2 className="govuk-heading-m">History</h2>
      <ol className="govuk-list hub-notices" reversed>
        {[...history].reverse().map(({ label, at, person, detail, words }) => (
          <li key={`${at} ${label}`}>
            <p className="govuk-body"><strong>{label}</strong>{detail ? ` (was: ${detail})` : ''}{person ? ` (${person.displayName})` : ''} <span className="hub-secondary">{instantWords(at)}</span></p>
            {words && <p className="govuk-body">{words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Side({ item: { link, unit, unitReference, household, householdReference, seats, absences, quorum } }: { item: ItemOfPage }) {
  return (
    <>
      <Box title="The case">
        <ul className="govuk-list">
          {link && <li><Link className="govuk-link" to={`/links/${link}`}>Link {link}</Link></li>}
          {unitReference && <li>{unit ? <Link className="govuk-link" to={`/children/${unitReference}`}>Child or group {unitReference}</Link> : `Child or group ${unitReference}`}</li>}
          <li>{household ? <Link className="govuk-link" to={`/families/${householdReference}`}>Family {householdReference}</Link> : `Family ${householdReference}`}</li>
          {unit && household && <li><Link className="govuk-link" to={`/children/${unitReference ?? ''}/families/${householdReference}`}>The evidence of the pair</Link></li>}
        </ul>
      </Box>
      {seats.length > 0 && (
        <Box title="The panel">
          <ul className="govuk-list">{seats.map(({ member, displayName, role, attendance }) => <li key={member}>{displayName}: {memberRoleWords(role).toLowerCase()}, {panelAttendanceWords(attendance).toLowerCase()}</li>)}</ul>
          {absences.map(({ displayName, reason }) => <p className="govuk-body-s" key={displayName}>{displayName} left the room: {absenceWords(reason).toLowerCase()}.</p>)}
          {quorum && <p className="govuk-body-s">{quorum.isMet ? 'There is a quorum for this item.' : `No quorum for this item yet. Missing: ${quorum.missing.join('; ')}.`}</p>}
        </Box>
      )}
    </>
  );
}
