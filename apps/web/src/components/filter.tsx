import { useId, useState, type ReactNode } from 'react';
import { useMedia } from './use-media';

export interface FacetOption { readonly value: string; readonly label: string; readonly count: number | null }
export interface FacetGroup { readonly name: string; readonly title: string; readonly options: readonly FacetOption[] }
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** A filter beside the facets that stands among the tags too. */
export interface ChosenElse { readonly title: string; readonly label: string; readonly remove: () => void }

interface FilterProps {
  readonly groups: readonly FacetGroup[];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly others: readonly ChosenElse[];
  readonly clear: () => void;
  readonly children?: ReactNode;
}

export const chosenCount = (chosen: Chosen): number => Object.values(chosen).reduce((sum, values) => sum + values.length, 0);

export function toggle(chosen: Chosen, name: string, value: string): Chosen {
  const values = chosen[name] ?? [];
  return { ...chosen, [name]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] };
}

/** Facets with counts beside the results; on a narrow screen folded away until asked for. */
export function Filter({ groups, chosen, onChange, others, clear, children }: FilterProps) {
  const narrow = useMedia('(max-width: 48em)');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="hub-filter" aria-labelledby={id}>
      <div className="hub-filter__head">
        <h2 className="govuk-heading-s" id={id}>Filter</h2>
        {narrow && <button type="button" className="hub-link-button" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Hide filters' : 'Show filters'}</button>}
      </div>
      {(!narrow || open) && (
        <>
          <SelectedTags groups={groups} chosen={chosen} onChange={onChange} others={others} clear={clear} />
          {groups.map((group) => <Facet key={group.name} group={group} chosen={chosen[group.name] ?? []} onToggle={(value) => onChange(toggle(chosen, group.name, value))} />)}
          {children}
        </>
      )}
    </section>
  );
}

function SelectedTags({ groups, chosen, onChange, others, clear }: Omit<FilterProps, 'children'>) {
  if (chosenCount(chosen) + others.length === 0) return null;
  return (
    <div className="hub-filter__selected">
      <h3 className="govuk-heading-s">Selected filters</h3>
      <ul className="hub-filter__tags">
        {Object.entries(chosen).flatMap(([name, values]) => values.map((value) => {
          const group = groups.find((one) => one.name === name);
          const label = group?.options.find((one) => one.value === value)?.label ?? value;
          return <SelectedTag key={`${name} ${value}`} title={group?.title ?? name} label={label} remove={() => onChange(toggle(chosen, name, value))} />;
        }))}
        {others.map((other) => <SelectedTag key={other.title} {...other} />)}
      </ul>
      <button type="button" className="hub-link-button" onClick={clear}>Clear all filters</button>
    </div>
  );
}

function SelectedTag({ title, label, remove }: ChosenElse) {
  return (
    <li>
      <button type="button" className="hub-filter__tag" onClick={remove}>
        <span aria-hidden="true">× </span><span className="govuk-visually-hidden">Remove filter {title}: </span>{label}
      </button>
    </li>
  );
}

function Facet({ group, chosen, onToggle }: { group: FacetGroup; chosen: readonly string[]; onToggle: (value: string) => void }) {
  const id = useId();
  if (group.options.length === 0) return null;
  return (
    <fieldset className="govuk-fieldset hub-facet">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{group.title}</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {group.options.map(({ value, label, count }) => (
          <div key={value} className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" type="checkbox" id={`${id}-${value}`} checked={chosen.includes(value)} onChange={() => onToggle(value)} />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${value}`}>{label}{count !== null && <span className="hub-facet__count"> ({count})</span>}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
