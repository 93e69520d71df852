import { Heading } from '../../app/page';
import { Success } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Secret } from '../../components/secret';

/** The invitation of a person, for the administrator who passes it on. */
export function Invited({ done, code }: { done: string; code: string }) {
  return (
    <PageBody narrow back={{ to: '/users', label: 'Users' }}>
      <Success>{done}</Success>
      <Heading title="Give them this invitation" />
      <p className="govuk-body">Pass it on in person or by another safe way. It is shown only now and works once, within a week, at this address: <span className="hub-break">{`${window.location.origin}/invitation`}</span></p>
      <Secret label="Invitation code" value={code} />
      <ButtonLink to="/users">Done</ButtonLink>
    </PageBody>
  );
}
