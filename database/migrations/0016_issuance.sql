-- An organization has several status lists: one is open, and closed when it is three quarters full.
alter table status_list
  drop constraint status_list_organization_id_purpose_key,
  drop constraint status_list_purpose_check,
  add constraint status_list_purpose_check check (purpose in ('revocation', 'suspension', 'message')),
  -- Bits an entry; with more than one, what each value means.
  add column size integer not null default 1 check (size in (1, 2, 4, 8)),
  add column messages jsonb,
  add column closed_at timestamptz,
  -- Counts the changes of its entries, and which of them the signed form holds.
  add column revision bigint not null default 0,
  add column signed_revision bigint,
  add column changed_at timestamptz,
  add column valid_until timestamptz,
  add constraint status_list_messages check ((purpose = 'message') = (messages is not null));
create unique index status_list_open on status_list (organization_id, purpose) where closed_at is null;
-- What was signed before is signed anew at its next reading. No tenant is set here.
alter table status_list no force row level security;
update status_list set document = null, fresh_until = null;
alter table status_list force row level security;

-- `raised` is the credential's own state. An entry whose document was signed by a key that had to be withdrawn is set
-- for good, by the reissue that did it.
alter table status_entry add column withdrawn_by uuid;
create index status_entry_set on status_entry (organization_id, list_id) where raised or withdrawn_by is not null;

-- The documents of a credential: the first, and one more for each key that had to be withdrawn.
create table credential_document (
  organization_id uuid not null,
  credential_id uuid not null,
  version integer not null check (version > 0),
  -- The exact bytes that were signed.
  document text not null,
  sha256 text not null,
  key_id uuid not null,
  list_id uuid not null,
  index integer not null,
  signed_at timestamptz not null,
  -- The reissue that made it; none made the first.
  reissue_id uuid,
  primary key (organization_id, credential_id, version),
  unique (organization_id, list_id, index),
  foreign key (organization_id, credential_id) references credential (organization_id, id),
  foreign key (organization_id, key_id) references issuer_key (organization_id, id),
  foreign key (organization_id, list_id, index) references status_entry (organization_id, list_id, index),
  check ((version = 1) = (reissue_id is null))
);
alter table credential no force row level security;
alter table status_entry no force row level security;
alter table issuer_key no force row level security;
insert into credential_document (organization_id, credential_id, version, document, sha256, key_id, list_id, index, signed_at)
select c.organization_id, c.id, 1, c.document, c.sha256, k.id, e.list_id, e.index, c.issued_at
  from credential c
  join status_entry e on e.organization_id = c.organization_id and e.credential_id = c.id
  join issuer_key k on k.organization_id = c.organization_id
   and k.public_key_multibase = split_part(c.document::jsonb #>> '{proof,0,verificationMethod}', '#', 2);
alter table credential force row level security;
alter table status_entry force row level security;
alter table issuer_key force row level security;
-- A credential that was left behind would be one that nobody can read.
do $$ begin
  if (select count(*) from credential_document) <> (select count(*) from credential) then
    raise exception 'Some credentials have no status entry or no key of their organization: their documents cannot be moved.';
  end if;
end $$;
alter table credential drop column document, drop column sha256;
-- One successor a reissue, by whoever makes it.
create unique index credential_document_reissue on credential_document (organization_id, reissue_id, credential_id)
  where reissue_id is not null;
create index credential_document_key on credential_document (organization_id, key_id, credential_id);
call protect_tenant_table('credential_document');
call make_append_only('credential_document');

-- A credential on its way: what is to be signed is stored before it is signed, and each step is a transaction of its own.
create table issuance (
  organization_id uuid not null references organization (id),
  credential_id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null references person (id),
  cycle integer not null check (cycle > 0),
  number text not null,
  program_id text not null,
  edition text not null,
  holder_name text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  -- Whose decision it follows.
  by_kind text not null,
  by_id uuid,
  list_id uuid not null,
  index integer not null,
  -- The exact bytes to be signed, linted and tried with a throwaway key.
  unsigned text not null,
  linted_at timestamptz not null,
  prepared_at timestamptz not null,
  -- Of the proof: the key is the one that is current when it is signed.
  proof_created timestamptz not null,
  key_id uuid,
  signed text,
  signed_at timestamptz,
  verified_at timestamptz,
  published_at timestamptz,
  abandoned_at timestamptz,
  abandoned_because text,
  -- In real time: when it is tried again, and why it waits.
  try_at timestamptz not null,
  attempts integer not null default 0,
  trouble text,
  primary key (organization_id, credential_id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id),
  foreign key (organization_id, list_id, index) references status_entry (organization_id, list_id, index),
  check ((signed is null) = (signed_at is null) and (signed is null) = (key_id is null)),
  check (verified_at is null or signed is not null),
  check (published_at is null or verified_at is not null),
  check (abandoned_at is null or published_at is null)
);
create unique index issuance_cycle on issuance (organization_id, candidacy_id, cycle) where abandoned_at is null;
create index issuance_open on issuance (organization_id, try_at) where published_at is null and abandoned_at is null;
call protect_tenant_table('issuance');
-- What was prepared stays as it was prepared.
revoke update, delete on issuance from testamur_app;
grant update (key_id, signed, signed_at, verified_at, published_at, abandoned_at, abandoned_because, try_at, attempts, trouble)
  on issuance to testamur_app;

-- All credentials that one key signed are withdrawn and issued again.
create table reissue (
  organization_id uuid not null references organization (id),
  id uuid not null,
  key_id uuid not null,
  state text not null check (state in ('running', 'stopped', 'done')),
  requested_at timestamptz not null,
  -- Nobody, where it followed from the withdrawal of the key by itself.
  requested_by uuid references person (id),
  total integer not null check (total >= 0),
  withdrawn integer not null default 0 check (withdrawn >= 0),
  done integer not null default 0 check (done >= 0),
  failed integer not null default 0 check (failed >= 0),
  -- The last credential that was looked at.
  cursor uuid,
  -- Of the work itself, in real time: pauses do not count.
  worked_ms bigint not null default 0,
  changed_at timestamptz not null,
  finished_at timestamptz,
  stopped_by uuid references person (id),
  trouble text,
  primary key (organization_id, id),
  unique (organization_id, key_id),
  foreign key (organization_id, key_id) references issuer_key (organization_id, id),
  check ((state = 'done') = (finished_at is not null))
);
call protect_tenant_table('reissue');
alter table status_entry
  add foreign key (organization_id, withdrawn_by) references reissue (organization_id, id);
alter table credential_document
  add foreign key (organization_id, reissue_id) references reissue (organization_id, id);

-- The entry that a successor gets, kept before it is signed; or why there is none.
create table reissue_item (
  organization_id uuid not null,
  reissue_id uuid not null,
  credential_id uuid not null,
  list_id uuid not null,
  index integer not null,
  failure text,
  primary key (organization_id, reissue_id, credential_id),
  foreign key (organization_id, reissue_id) references reissue (organization_id, id),
  foreign key (organization_id, credential_id) references credential (organization_id, id),
  foreign key (organization_id, list_id, index) references status_entry (organization_id, list_id, index)
);
call protect_tenant_table('reissue_item');
