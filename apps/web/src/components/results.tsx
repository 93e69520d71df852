import { useId } from 'react';
import type { Option } from './fields';
import { LinkButton } from './button';
import { count } from '../words/plain';

export function ResultCount({ total, one, many }: { total: number; one: string; many: string }) {
  return <h2 className="govuk-heading-m hub-result-count" aria-live="polite" tabIndex={-1} data-results>{count(total, one, many)}</h2>;
}

interface ToolsProps {
  readonly sorts?: readonly Option[];
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  readonly size: number;
  readonly onSize: (size: number) => void;
}

const SIZES = [10, 20, 50] as const;

export function ResultTools({ sorts, sort, onSort, size, onSize }: ToolsProps) {
  const id = useId();
  return (
    <div className="hub-result-tools">
      {sorts && onSort && (
        <div>
          <label className="govuk-label" htmlFor={`${id}-sort`}>Sort by</label>
          <select id={`${id}-sort`} className="govuk-select" value={sort} onChange={(event) => onSort(event.target.value)}>
            {sorts.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        </div>
      )}
      <div>
        <label className="govuk-label" htmlFor={`${id}-size`}>Results per page</label>
        <select id={`${id}-size`} className="govuk-select" value={size} onChange={(event) => onSize(Number(event.target.value))}>
          {SIZES.map((one) => <option key={one} value={one}>{one}</option>)}
        </select>
      </div>
    </div>
  );
}

interface EmptyProps {
  readonly what: string;
  readonly drop: { readonly words: string; readonly act: () => void } | null;
  readonly clear: () => void;
}

/** Nothing found: which filter to drop. */
export function EmptyResults({ what, drop, clear }: EmptyProps) {
  return (
    <div className="hub-empty">
      <p className="govuk-body">No {what} fits all of these filters.</p>
      <ul className="govuk-list govuk-list--bullet">
        {drop && <li><LinkButton onClick={drop.act}>Drop the filter “{drop.words}”</LinkButton></li>}
        <li><LinkButton onClick={clear}>Clear all filters</LinkButton></li>
      </ul>
    </div>
  );
}
