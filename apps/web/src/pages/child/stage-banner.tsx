import type { Stage } from '../../gql/graphql';
import { dayWords } from '../../words/dates';

/** How far this view goes, before anything else is read. */
export function StageBanner({ view }: { view: { stage: Stage; profile: { expiresOn: string | null } | null } }) {
  const until = view.profile?.expiresOn;
  return (
    <div className="hub-stage" role="note">
      {view.stage === 'S2' && <p className="govuk-body"><strong>You are seeing stage S2, identified.</strong> The other agency has granted it to your agency or to you. Do not pass it on. Surnames, birth dates and addresses are not part of it.</p>}
      {view.stage === 'S1' && <p className="govuk-body"><strong>You are seeing stage S1, the profile.</strong> The other agency has released it{until ? ` until ${dayWords(until)}` : ''}. Names and exact ages are not part of it.</p>}
      {view.stage === 'S0' && <p className="govuk-body"><strong>You are seeing stage S0, the card.</strong> It shows bands and levels alone. The profile has not been released to your agency.</p>}
    </div>
  );
}
