interface FitProps {
  readonly of: number | null;
  readonly known: boolean;
  readonly need?: number | null;
  readonly offer?: number | null;
}

/** An outcome in a word; the colour repeats it. */
export function Fit({ of, known, need, offer }: FitProps) {
  if (!known) return <span className="hub-fit hub-fit--unknown">not known</span>;
  if (typeof need === 'number' && typeof offer === 'number') {
    if (need <= offer) return <span className="hub-fit hub-fit--good">meets</span>;
    return need - offer === 1 ? <span className="hub-fit hub-fit--little">a stretch</span> : <span className="hub-fit hub-fit--none">falls short</span>;
  }
  if (of === null) return <span className="hub-fit hub-fit--unknown">not known</span>;
  if (of >= 1) return <span className="hub-fit hub-fit--good">fits</span>;
  if (of >= 0.5) return <span className="hub-fit hub-fit--little">partly</span>;
  return of > 0 ? <span className="hub-fit hub-fit--little">a little</span> : <span className="hub-fit hub-fit--none">does not fit</span>;
}
