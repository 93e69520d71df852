interface ProgressProps {
  readonly label: string;
  readonly percent: number;
  readonly step: string;
}

/** A long job: how far, and at which step. The page may be left and opened again. */
export function Progress({ label, percent, step }: ProgressProps) {
  return (
    <div className="hub-progress">
      <div className="hub-progress__words"><span>{step}</span><span>{percent}%</span></div>
      <progress className="hub-progress__bar" max={100} value={percent} aria-label={label}>{percent}%</progress>
      <p className="govuk-visually-hidden" role="status">{label}: {step}</p>
    </div>
  );
}
