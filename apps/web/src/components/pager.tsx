interface PagerProps {
  readonly label: string;
  /** Cursors of the pages before this one. */
  readonly before: readonly string[];
  readonly page: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly onMove: (before: readonly string[]) => void;
}

/** Previous and next over cursors; `before` is the whole of a place in a list. */
export function Pager({ label, before, page, onMove }: PagerProps) {
  if (before.length === 0 && !page.hasNextPage) return null;
  const next = page.hasNextPage ? page.endCursor : null;
  return (
    <nav className="hub-pager" aria-label={label}>
      {before.length > 0 && <button type="button" className="hub-link-button" onClick={() => onMove(before.slice(0, -1))}>Previous page</button>}
      <span className="govuk-body-s">Page {before.length + 1}</span>
      {next && <button type="button" className="hub-link-button" onClick={() => onMove([...before, next])}>Next page</button>}
    </nav>
  );
}
