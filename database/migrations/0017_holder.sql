-- Pages of a credential that its holder gives to somebody, and takes back. Only the hash of each address is kept; the
-- table `locator` knows the organization of a hash.
create table share_link (
  organization_id uuid not null,
  id uuid not null,
  credential_id uuid not null,
  token_hash text not null,
  -- For whom, in the holder's words; nobody else reads it.
  label text not null,
  shows_number boolean not null,
  shows_history boolean not null,
  created_at timestamptz not null,
  -- Without it, until it is ended.
  expires_at timestamptz,
  ended_at timestamptz,
  -- How often, and nothing of by whom.
  opened integer not null default 0 check (opened >= 0),
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, credential_id) references credential (organization_id, id),
  check (expires_at > created_at),
  check (ended_at >= created_at)
);
create index share_link_credential on share_link (organization_id, credential_id, created_at);
call protect_tenant_table('share_link');
-- What a link shows never changes, and an end is for good.
revoke update, delete on share_link from testamur_app;
grant update (ended_at, opened) on share_link to testamur_app;

-- Who agreed to how the mark of a certification is used (ISO/IEC 17024:2012, 9.7): once for each wording.
create table mark_agreement (
  organization_id uuid not null,
  person_id uuid not null references person (id),
  program_id text not null,
  text_sha256 text not null,
  -- The exact words that were agreed to.
  text text not null,
  edition text not null,
  credential_id uuid not null,
  signed_name text not null,
  agreed_at timestamptz not null,
  primary key (organization_id, person_id, program_id, text_sha256),
  foreign key (organization_id, credential_id) references credential (organization_id, id)
);
call protect_tenant_table('mark_agreement', 'person_id');
call make_append_only('mark_agreement');

-- What a holder had sent to an address: for the limit, and for the holder to see. What was written is in the message.
create table credential_sending (
  organization_id uuid not null,
  id uuid not null,
  credential_id uuid not null,
  to_address text not null check (to_address = lower(to_address)),
  sent_at timestamptz not null,
  -- The link in the letter, where it is to somebody else than the holder.
  link_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, credential_id) references credential (organization_id, id),
  foreign key (organization_id, link_id) references share_link (organization_id, id)
);
create index credential_sending_credential on credential_sending (organization_id, credential_id, sent_at);
call protect_tenant_table('credential_sending');
call make_append_only('credential_sending');
