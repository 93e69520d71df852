import { forwardOnly } from './forward-only';
import { acting, OWN, protect, unbarred } from './protect';

const KEEPS = acting('documents.keepChild', 'documents.keepHousehold');
const OF_DOCUMENT = (table: string): string => `exists (select from hub.document d where d.id = ${table}.document_id)`;

const TABLES = `
-- Of a document's newest text: keyed hashes of some of its runs of words, from which nothing can be read without the key file, and of which equal ones tell
-- that text was copied (docs/adr/0026).
create table hub.document_print (
  document_id uuid primary key,
  agency_id uuid not null,
  prints bigint[] not null,
  foreign key (document_id, agency_id) references hub.document (id, agency_id) on delete cascade
);
create index document_print_agency on hub.document_print (agency_id);
create index document_print_prints on hub.document_print using gin (prints);

-- What a person has to look at in a version: text that stands in a report about somebody else, or somebody else's child named.
create table hub.document_flag (
  id uuid primary key,
  document_id uuid not null,
  version_id uuid not null references hub.document_version on delete cascade,
  agency_id uuid not null,
  other_document_id uuid references hub.document on delete cascade,
  other_child_id uuid,
  percent integer check (percent between 1 and 100),
  judgement text check (judgement in ('IN_ORDER', 'TO_CHANGE')),
  judged_by uuid,
  judged_at timestamptz,
  check ((other_document_id is null) = (other_child_id is not null) and (other_document_id is null) = (percent is null)),
  check ((judgement is null) = (judged_by is null) and (judgement is null) = (judged_at is null)),
  foreign key (other_child_id, agency_id) references hub.child (id, agency_id) on delete cascade,
  foreign key (judged_by, agency_id) references hub.app_user (id, agency_id)
);
create index document_flag_version on hub.document_flag (version_id);
create index document_flag_agency on hub.document_flag (agency_id);
`;

const PROTECTION = [
  protect('hub.document_print', {
    policies: [{ name: 'own_all', on: 'all', when: `${OWN} and ${KEEPS} and ${OF_DOCUMENT('document_print')}` }, { name: 'owner_delete', on: 'delete', when: 'true', to: 'hub_owner' }, { name: 'owner_select', on: 'select', when: 'true', to: 'hub_owner' }],
    grant: 'select, insert, update (prints)',
    bulk: true,
  }),
  protect('hub.document_flag', {
    policies: [
      { name: 'own_select', on: 'select', when: `${OWN} and ${OF_DOCUMENT('document_flag')}` },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${KEEPS} and ${OF_DOCUMENT('document_flag')}` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('documents.review', 'documents.keepChild', 'documents.keepHousehold')}` },
    ],
    grant: 'select, insert, update (judgement, judged_by, judged_at)',
  }),
  unbarred('hub.document_print', { document_id: 'DOCUMENT' }),
  unbarred('hub.document_flag', { document_id: 'DOCUMENT', other_document_id: 'DOCUMENT', other_child_id: 'CHILD' }),
].join('\n');

const SHREDDED = `
-- With a record's share go the prints of its documents: they would still tell whoever has the key file and the same words.
create function hub.forget_prints() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from hub.document_print p where exists (
    select from hub.document_version v where v.document_id = p.document_id and v.share_ids && new.row_ids);
  return null;
end $$;
create trigger forget_prints after update of confirmed_at on hub.shredding for each row when (new.confirmed_at is not null) execute function hub.forget_prints();
`;

/** Keyed prints of texts, and what they make a person look at. */
export const CopiedText = forwardOnly('CopiedText1795305600098', TABLES + PROTECTION + SHREDDED);
