/** What the guard leaves out, for those who decide. */
export function GuardWords({ leftOut }: { leftOut: readonly string[] }) {
  if (leftOut.length === 0) return <p className="govuk-body">Age band, sex, heritage group, number of children and part of the region are shown as recorded.</p>;
  return (
    <>
      <p className="govuk-body">So that enough children of the region look like this card and profile:</p>
      <ul className="govuk-list govuk-list--bullet">{leftOut.map((words) => <li key={words}>{words}</li>)}</ul>
    </>
  );
}
