import { useNavigate, useParams } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { ProblemPage } from '../../components/await';
import { Form } from '../../components/form';
import { PageBody } from '../../components/page-body';
import { RevokeApiTokenDocument, type ApiTokenPartsFragment } from '../../gql/graphql';

interface RevokeProps {
  readonly tokens: readonly ApiTokenPartsFragment[];
  readonly back: { readonly to: string; readonly label: string };
}

export function Revoke({ tokens, back }: RevokeProps) {
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const [revoke] = useChange(RevokeApiTokenDocument);
  const found = tokens.find(({ id }) => id === token);
  if (!found) return <ProblemPage problem={problem('NOT_FOUND')} />;
  const send = async () => {
    const outcome = await revoke({ id: token });
    if (outcome.ok) void navigate(back.to, { state: { done: 'The API token is revoked.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={back}>
      <Heading title="Revoke an API token" />
      <p className="govuk-body"><strong className="hub-break">{found.label}</strong>, of {found.owner.displayName}</p>
      <p className="govuk-body">Programs that use it are refused from their next request on. It cannot be given back; a new token can be made.</p>
      <Form submit="Revoke" tone="warning" onSubmit={send} />
    </PageBody>
  );
}
