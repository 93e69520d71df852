import { forwardOnly } from './forward-only';
import { acting, protect } from './protect';

const DOCUMENT = `
-- The signed text of an agreement, sealed with the key of the agency that keeps the register.
create table hub.agreement_document (
  agreement_id uuid primary key references hub.agreement,
  agency_id uuid not null references hub.agency,
  wrapped_key bytea not null,
  file bytea not null,
  size_bytes integer not null check (size_bytes between 1 and 10485760),
  added_by uuid not null,
  added_at timestamptz not null default now(),
  foreign key (added_by, agency_id) references hub.app_user (id, agency_id)
);
create index agreement_document_agency on hub.agreement_document (agency_id);

create function hub.own_agreements() returns setof uuid language sql stable as $$
  select p.agreement_id from hub.agreement_party p where p.agency_id = hub.own_agency()
$$;
grant execute on function hub.own_agreements() to hub_app;
`;

const PROTECTION = protect('hub.agreement_document', {
  policies: [
    // An agency that has left may still read what it signed.
    { name: 'party', on: 'select', when: 'agreement_id = any(array(select hub.own_agreements()))' },
    { name: 'hub', on: 'all', when: acting('agreements.manage') },
  ],
  grant: 'select, insert, update',
}) + "\nselect hub.keep_rewrappable('hub.agreement_document');";

/** The documents of the register of agreements. */
export const AgreementDocuments = forwardOnly('AgreementDocuments1795305600052', DOCUMENT + PROTECTION);
