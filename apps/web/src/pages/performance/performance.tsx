import { previousEnd } from '@hub/domain/performance/comparison';
import { month } from '@hub/domain/performance/periods';
import { HIDDEN_MEANS } from '@hub/domain/performance/shown-numbers';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { Fieldset } from '../../components/fields';
import { PageBody } from '../../components/page-body';
import { PerformanceFiguresDocument, PerformanceStartDocument, type EditionPartsFragment, type PerformanceStartQuery } from '../../gql/graphql';
import { Beside } from './beside';
import { firstEnd, seen, type Choice } from './choice';
import { CompareTables } from './compare-tables';
import { FigureFiles } from './figure-files';
import { targetOf } from './measures';
import { Neighbours } from './neighbours';
import { PeriodChoice } from './period-choice';
import { ReckonAnew } from './reckon-anew';
import { Stamp } from './stamp';
import './performance.css';

/** Side by side on a page. */
const MOST = 5;

/** Councils and the region side by side, for every indicator. */
export default function PerformancePage() {
  const { reference } = useParams();
  const start = useData(PerformanceStartDocument, {});
  return (
    <PageBody {...(reference && { back: { to: '/performance/publications', label: 'Publications' } })}>
      <Heading title={reference ? 'A publication' : 'Performance'} />
      <p className="govuk-body">Councils and the region side by side, by one set of definitions. The region’s figures are counted from its children together; they are no averages of the councils’.</p>
      <Await of={start} what="the indicators">
        {(data) => {
          const edition = data.performanceEditions.find((one) => (reference ? one.reference === reference : one.isCurrent));
          return edition ? <Compare start={data} newest={edition} kept={reference !== undefined} look={start.refresh} /> : <p className="govuk-body">Nothing has been counted yet. The hub counts every night.</p>;
        }}
      </Await>
      {!reference && <Beside />}
    </PageBody>
  );
}

interface Place extends Choice { readonly councils: readonly string[] }

function Compare({ start, newest, kept, look }: { start: PerformanceStartQuery; newest: EditionPartsFragment; kept: boolean; look: () => Promise<void> }) {
  const { agency } = useViewer();
  const councils = start.agencies.filter(({ kind }) => kind === 'COUNCIL').map(({ code, name }) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const own = councils.filter(({ code }) => code === agency.code);
  const first: Place = {
    kind: 'ROLLING_12', to: firstEnd(newest), basis: 'RESTATED', edition: kept ? newest.reference : null,
    councils: [...own, ...councils.filter((one) => !own.includes(one))].slice(0, MOST).map(({ code }) => code),
  };
  const [place, setPlace] = usePlaceState<Place>(first);
  const [refused, setRefused] = useState('');
  const ends = [previousEnd(place.kind, month(place.to)), place.to];
  const asked = { codes: start.performanceDefinitions.map(({ code }) => code), agencies: [...place.councils, null], kind: place.kind, to: ends, basis: place.basis, edition: place.edition };
  const found = useData(PerformanceFiguresDocument, asked);
  return (
    <>
      <PeriodChoice key={place.councils.join()} choice={place} edition={newest} onChoose={(choice, answers) => {
        const chosen = answers.all('councils');
        setRefused(chosen.length === 0 || chosen.length > MOST ? `Choose from one to ${MOST} councils.` : '');
        if (chosen.length > 0 && chosen.length <= MOST) setPlace({ ...choice, councils: chosen });
      }}>
        <Councils councils={councils} chosen={place.councils} refused={refused} />
      </PeriodChoice>
      <Neighbours of={agency.code} most={MOST} onChoose={(chosen) => setPlace({ councils: chosen })} />
      <Stamp edition={newest} />
      {!kept && <ReckonAnew newest={newest.reference} look={look} show={found.refresh} />}
      <Await of={found} what="the figures">
        {({ performanceFigures: { figures } }) => (
          <>
            <div className="hub-compare-figures"><CompareTables targets={start.performanceTargets.map(targetOf)} definitions={start.performanceDefinitions} figures={figures.map(seen)} to={place.to} edition={place.edition} agencies={[...place.councils.map((code) => ({ code, name: councils.find((one) => one.code === code)?.name ?? code })), null]} /></div>
            <p className="govuk-body-s">{HIDDEN_MEANS} “No children”, “no families”: nobody was to be counted, which is not nought. Better, worse and no clear change are against the comparable period before, whose months are others; chance alone makes a clear change in one of twenty.</p>
            <FigureFiles what="these figures, and those of the period before" asked={asked} />
          </>
        )}
      </Await>
    </>
  );
}

function Councils({ councils, chosen, refused }: { councils: readonly { code: string; name: string }[]; chosen: readonly string[]; refused: string }) {
  return (
    <Fieldset name="councils" label={`Councils, up to ${MOST}`} hint={refused || undefined}>
      <div className="govuk-checkboxes govuk-checkboxes--small hub-council-choice">
        {councils.map(({ code, name }) => (
          <div key={code} className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" type="checkbox" id={`councils-${code}`} name="councils" value={code} defaultChecked={chosen.includes(code)} />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`councils-${code}`}>{name}</label>
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
