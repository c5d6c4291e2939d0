create table program_edition (
  organization_id uuid not null references organization (id),
  program_id text not null,
  edition text not null,
  aliases text[] not null default '{}',
  yaml text not null,
  program jsonb not null,
  published_at timestamptz not null,
  published_by uuid references person (id),
  primary key (organization_id, program_id, edition)
);
call protect_tenant_table('program_edition');
call make_append_only('program_edition');
-- Published programs are public by their nature.
create policy public_reading on program_edition for select using (true);

create table invoice (
  organization_id uuid not null references organization (id),
  id uuid not null,
  number text not null,
  person_id uuid not null references person (id),
  -- Whose it is, opaque to billing: one invoice a reference.
  reference text not null,
  -- Handed back in payment.settled, opaque to billing.
  context jsonb not null,
  payer_name text not null,
  lines jsonb not null,
  total_minor bigint not null check (total_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  issued_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'settled', 'void', 'refunded')),
  primary key (organization_id, id),
  unique (organization_id, reference),
  unique (organization_id, number)
);
create index invoice_state on invoice (organization_id, state, due_at);
call protect_tenant_table('invoice', 'person_id');

create table payment_intent (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  gateway text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  state text not null default 'begun' check (state in ('begun', 'succeeded', 'declined')),
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, id)
);
call protect_tenant_table('payment_intent');

create table journal_entry (
  organization_id uuid not null references organization (id),
  id uuid not null,
  at timestamptz not null,
  description text not null,
  invoice_id uuid,
  primary key (organization_id, id)
);
call protect_tenant_table('journal_entry');
call make_append_only('journal_entry');

create table posting (
  organization_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  debit_minor bigint not null default 0 check (debit_minor >= 0),
  credit_minor bigint not null default 0 check (credit_minor >= 0),
  primary key (organization_id, entry_id, line),
  foreign key (organization_id, entry_id) references journal_entry (organization_id, id),
  check ((debit_minor = 0) <> (credit_minor = 0))
);
call protect_tenant_table('posting');
call make_append_only('posting');

-- Debits equal credits in each currency, checked when the transaction commits.
create function check_entry_balances() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from posting
    where organization_id = new.organization_id and entry_id = new.entry_id
    group by currency having sum(debit_minor) <> sum(credit_minor)
  ) then
    raise exception 'journal entry % does not balance', new.entry_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger posting_balances after insert on posting
  deferrable initially deferred for each row execute function check_entry_balances();

create table payment (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  method text not null,
  reference text not null,
  refund boolean not null default false,
  received_at timestamptz not null,
  recorded_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, id)
);
create index payment_invoice on payment (organization_id, invoice_id);
call protect_tenant_table('payment');
call make_append_only('payment');

create table item (
  organization_id uuid not null references organization (id),
  id uuid not null,
  program_id text not null,
  identifier text not null,
  version integer not null,
  title text not null,
  topic text not null,
  cognitive_level text not null,
  objective text not null,
  xml text not null,
  sha256 text not null,
  imported_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, program_id, identifier, version)
);
create index item_topic on item (organization_id, program_id, topic);
call protect_tenant_table('item');
call make_append_only('item');

create table form (
  organization_id uuid not null references organization (id),
  id uuid not null,
  program_id text not null,
  assessment_id text not null,
  edition text not null,
  name text not null,
  seed integer not null,
  published_at timestamptz not null,
  published_by uuid references person (id),
  primary key (organization_id, id),
  unique (organization_id, program_id, assessment_id, name)
);
call protect_tenant_table('form');
call make_append_only('form');

create table form_item (
  organization_id uuid not null,
  form_id uuid not null,
  position smallint not null check (position > 0),
  item_id uuid not null,
  primary key (organization_id, form_id, position),
  unique (organization_id, form_id, item_id),
  foreign key (organization_id, form_id) references form (organization_id, id),
  foreign key (organization_id, item_id) references item (organization_id, id)
);
call protect_tenant_table('form_item');
call make_append_only('form_item');
