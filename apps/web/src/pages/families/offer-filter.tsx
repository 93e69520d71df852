import { useId } from 'react';
import { levelWords, NEEDS } from '../../words/needs';

type Offer = { readonly key: string; readonly level: number };

interface OfferFilterProps {
  readonly offer: Offer;
  readonly age: string;
  readonly onOffer: (offer: Offer) => void;
  readonly onAge: (years: string) => void;
}

const YEARS = Array.from({ length: 18 }, (_, year) => year);

export function OfferFilter({ offer, age, onOffer, onAge }: OfferFilterProps) {
  const id = useId();
  return (
    <fieldset className="govuk-fieldset hub-facet">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">What they would accept</legend>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}-age`}>A child aged</label>
        <select id={`${id}-age`} className="govuk-select hub-facet__select" value={age} onChange={(event) => onAge(event.target.value)}>
          <option value="">Any age</option>
          {YEARS.map((year) => <option key={year} value={year}>{year}</option>)}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}-key`}>A need</label>
        <select id={`${id}-key`} className="govuk-select hub-facet__select" value={offer.key} onChange={(event) => onOffer({ ...offer, key: event.target.value })}>
          <option value="">Any need</option>
          {NEEDS.map(([key, words]) => <option key={key} value={key}>{words}</option>)}
        </select>
      </div>
      {offer.key !== '' && (
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${id}-level`}>At least</label>
          <select id={`${id}-level`} className="govuk-select hub-facet__select" value={offer.level} onChange={(event) => onOffer({ ...offer, level: Number(event.target.value) })}>
            {[1, 2, 3].map((level) => <option key={level} value={level}>{levelWords(level)}</option>)}
          </select>
        </div>
      )}
    </fieldset>
  );
}
