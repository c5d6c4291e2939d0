-- What vouchers can pay for it, a fee of a program; nothing where it takes none.
alter table invoice add column voucher_purpose text;

-- Vouchers that were issued together.
create table voucher_batch (
  organization_id uuid not null references organization (id),
  id uuid not null,
  program_id text not null,
  fee text not null,
  -- The fee and the program in words.
  title text not null,
  -- A share of the invoice, or an amount of it.
  percent numeric(7, 4) check (percent > 0 and percent <= 100),
  amount_minor bigint check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- What was paid for each beforehand; nothing for those that were given away.
  price_minor bigint not null check (price_minor >= 0),
  recipient text not null,
  expires_at timestamptz not null,
  issued_at timestamptz not null,
  issued_by uuid not null references person (id),
  primary key (organization_id, id),
  check ((percent is null) <> (amount_minor is null))
);
call protect_tenant_table('voucher_batch');
call make_append_only('voucher_batch');

-- Whoever reads the table cannot redeem: of the code there is a hash, and its last letters for people to compare.
create table voucher (
  organization_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  code_hash text not null,
  hint text not null,
  canceled_at timestamptz,
  canceled_by uuid references person (id),
  primary key (organization_id, id),
  unique (organization_id, code_hash),
  foreign key (organization_id, batch_id) references voucher_batch (organization_id, id),
  check ((canceled_at is null) = (canceled_by is null))
);
create index voucher_of_batch on voucher (organization_id, batch_id);
call protect_tenant_table('voucher');

-- A payment by voucher moves no money; one that gives the voucher back says so as a refund.
alter table payment
  add column voucher_id uuid,
  add foreign key (organization_id, voucher_id) references voucher (organization_id, id),
  add constraint payment_voucher check ((voucher_id is not null) = (method = 'voucher'));

-- The one use of a voucher: whoever races, its key lets one through. It is gone again when the voucher is given back.
create table voucher_use (
  organization_id uuid not null,
  voucher_id uuid not null,
  invoice_id uuid not null,
  payment_id uuid not null,
  primary key (organization_id, voucher_id),
  foreign key (organization_id, voucher_id) references voucher (organization_id, id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, id),
  foreign key (organization_id, payment_id) references payment (organization_id, id)
);
create index voucher_use_invoice on voucher_use (organization_id, invoice_id);
call protect_tenant_table('voucher_use');

-- From this text, a candidacy and a cycle follows whether the evidence of a renewal is looked at.
create table renewal_audit_seed (
  organization_id uuid primary key references organization (id),
  seed text not null,
  made_at timestamptz not null
);
call protect_tenant_table('renewal_audit_seed');
call make_append_only('renewal_audit_seed');

create table renewal_draw (
  organization_id uuid not null,
  candidacy_id uuid not null,
  cycle integer not null check (cycle > 1),
  -- The rule in force, and the number that was drawn: below the percentage it is audited.
  percent numeric(7, 4) not null,
  drawn numeric(7, 4) not null check (drawn >= 0 and drawn < 100),
  audited boolean not null,
  drawn_at timestamptz not null,
  primary key (organization_id, candidacy_id, cycle),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id),
  check (audited = (drawn < percent))
);
create index renewal_draw_time on renewal_draw (organization_id, drawn_at);
call protect_tenant_table('renewal_draw');
call make_append_only('renewal_draw');

-- Letters after the name, where the organization grants them.
alter table register_entry add column postnominal text;

-- Nobody's own membership is proved by a list that they brought themselves.
alter table member_roll add column imported_by uuid references person (id);
