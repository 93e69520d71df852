import { forwardOnly } from './forward-only';
import { OWN, protect } from './protect';

const TABLE = `
-- What a person's mutation answered, under the key that they sent with it: the same key never does it twice (trust.md REL-4).
create table hub.idempotency_key (
  user_id uuid not null,
  operation text not null check (operation ~ '^[a-zA-Z.]{3,60}$'),
  key text not null check (key ~ '^[A-Za-z0-9_-]{8,100}$'),
  agency_id uuid not null references hub.agency,
  -- Keyed, so that it tells nothing of the words it was made of.
  body_hash text not null check (body_hash ~ '^[0-9a-f]{64}$'),
  -- References, states and numbers alone; json, so that the same answer is the same to the letter.
  answer json,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, operation, key),
  foreign key (user_id, agency_id) references hub.app_user (id, agency_id)
);
create index idempotency_key_agency on hub.idempotency_key (agency_id);
`;

const PROTECTION = protect('hub.idempotency_key', {
  policies: [{ name: 'own_all', on: 'all', when: `${OWN} and user_id = (select hub.actor())` }],
  grant: 'select, insert, update (answer), delete', bulk: true,
});

/** Mutations that can be sent twice. */
export const Idempotency = forwardOnly('Idempotency1795305600072', TABLE + PROTECTION);
