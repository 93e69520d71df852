import { REPORTED_STATES, type LinkState } from '@hub/domain/links/states';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useChange, useData, useSaid } from '../../app/data';
import { problem as problemFor } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { ButtonLink, LinkButton } from '../../components/button';
import { Download } from '../../components/download';
import { IdentityBar } from '../../components/identity-bar';
import { Box, Columns } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { BackLink } from '../../app/navigation';
import { LinkPageDocument, MarkLinkReadDocument } from '../../gql/graphql';
import { instantWords } from '../../words/dates';
import { agreementWords, linkStateWords, linkTone, seesWords, sideWords, stepWords, turnWords } from '../../words/links';
import { upperFirst } from '../../words/plain';
import { LinkDocuments } from '../documents/link-documents';
import { ReadinessOf } from '../readiness/readiness-of';
import { LinkCards } from './link-cards';
import { LinkHistory } from './link-history';
import { LinkMessages } from './link-messages';
import { ItemsOfLink } from '../panels/items-note';
import type { LinkOfPage } from './link-of-page';
import { RulingsOut } from './rulings-out';

export default function LinkPage() {
  const { link = '' } = useParams();
  const found = useData(LinkPageDocument, { reference: link });
  const [said, changed] = useSaid(found.refresh);
  return (
    <Await of={found} what="the link">
      {(data) => (data.link ? <Whole link={data.link} said={said} onChanged={changed} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

function Whole({ link, said, onChanged }: { link: LinkOfPage; said: string; onChanged: (words: string) => void }) {
  const [markRead] = useChange(MarkLinkReadDocument);
  // Whoever opens it has read what there was to tell of it; nothing here waits for that.
  useEffect(() => { void markRead({ link: link.reference }); }, [markRead, link.reference]);
  return (
    <>
      <IdentityBar title={`Link ${link.reference}`} end={<Tag tone={linkTone(link.state)}>{linkStateWords(link.state)}</Tag>}>
        <Pair link={link} />
      </IdentityBar>
      <div className="hub-width hub-page">
        <BackLink to="/links">Links</BackLink>
        <DoneBanner />
        {said && <Success key={said}>{said}</Success>}
        <Columns side={<Side link={link} />}>
          <p className="govuk-body-l"><strong>Who acts next:</strong> {upperFirst(turnWords(link))}. {link.isOpen && <span className="hub-secondary">Since {instantWords(link.since)}.</span>}</p>
          <Steps link={link} />
          <LinkHistory link={link} />
          <LinkCards link={link} />
          <ReadinessOf link={link.reference} isOpen={link.isOpen} ofChild={link.parties.some(({ side, isOwn }) => side === 'CHILD' && isOwn)} />
          <LinkDocuments link={link} />
          <LinkMessages link={link} onWritten={() => onChanged('The message is sent.')} />
          <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
          <Download label="Download the link summary as PDF" path={`/packs/link/${link.reference}`} />
        </Columns>
      </div>
    </>
  );
}

function Pair({ link: { unitReference, householdReference, unit, household } }: { link: LinkOfPage }) {
  const child = unit ? <Link className="hub-identity__link" to={`/children/${unitReference}`}>{unitReference}</Link> : unitReference;
  const family = household ? <Link className="hub-identity__link" to={`/families/${householdReference}`}>{householdReference}</Link> : householdReference;
  return <span>Child or group {child} and family {family}</span>;
}

/** What this person can do now; the ways out come last. */
function Steps({ link }: { link: LinkOfPage }) {
  const may = useMay();
  const isExit = (event: string): boolean => /^(DECLINED|WITHDRAWN)/.test(event);
  const both = link.parties.every(({ isOwn }) => isOwn);
  const at = (event: string, side: string): string => `/links/${link.reference}/step/${event}${both ? `/${side}` : ''}`;
  // The child's agency brings the match to its panel.
  const books = link.state === 'APR_DRAFTED' && may('panels.book') && link.parties.some(({ side, isOwn }) => side === 'CHILD' && isOwn);
  if (link.steps.length === 0 && !books) return <p className="govuk-body">{link.isOpen ? 'There is nothing for you to do on it now.' : 'The link has ended, and what had been granted for it with it.'}</p>;
  return (
    <section>
      <h2 className="govuk-heading-m">Next steps</h2>
      <div className="govuk-button-group">
        {books && <ButtonLink to={`/links/${link.reference}/panel`}>Book a panel</ButtonLink>}
        {link.steps.filter(({ event }) => !isExit(event)).map(({ event, side }) => <ButtonLink key={`${event} ${side}`} to={at(event, side)}>{stepWords(event)}</ButtonLink>)}
        {link.steps.filter(({ event }) => isExit(event)).map(({ event, side }) => <ButtonLink key={`${event} ${side}`} kind="secondary" to={at(event, side)}>{stepWords(event)}</ButtonLink>)}
      </div>
    </section>
  );
}

function Side({ link }: { link: LinkOfPage }) {
  const may = useMay();
  return (
    <>
      {link.parties.map(({ side, isOwn, agency, worker, agreement }) => (
        <Box key={side} title={upperFirst(sideWords(side))}>
          <SummaryList rows={[
            { label: 'Agency', value: agency ? `${agency.name}${isOwn ? ' (yours)' : ''}` : 'Named once it has answered' },
            { label: 'Worker', value: worker ? (worker.isViewer ? `${worker.displayName} (you)` : worker.displayName) : 'Nobody yet' },
            { label: 'Agreement to explore', value: upperFirst(agreementWords(agreement)) },
          ]} />
          {isOwn && link.isOpen && may('links.handOver') && <p className="govuk-body-s"><Link className="govuk-link" to={`/links/${link.reference}/hand-over/${side}`}>Hand over<span className="govuk-visually-hidden"> for {sideWords(side)}</span></Link></p>}
        </Box>
      ))}
      {REPORTED_STATES.includes(link.state as LinkState) || !link.isOpen ? <Box title="Panel and decision"><ItemsOfLink link={link.reference} /></Box> : null}
      <Box title="What each side sees now">
        <p className="govuk-body-s">{seesWords(link)}</p>
        {link.unit && link.household && <p className="govuk-body-s"><Link className="govuk-link" to={`/children/${link.unitReference}/families/${link.householdReference}`}>The evidence of the pair</Link></p>}
      </Box>
      <RulingsOut rulings={link.rulingsOut} />
    </>
  );
}
