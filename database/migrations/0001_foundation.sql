-- The tenant of a transaction and the person it acts for; set by the server with set_config(…, true).
create function current_organization() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organization', true), '')::uuid;

create function current_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

-- Forces row-level security on a tenant table. With a person column, people also read the rows about themselves.
create procedure protect_tenant_table(target regclass, person_column name default null)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (organization_id = current_organization()) with check (organization_id = current_organization())',
    target);
  if person_column is not null then
    execute format('create policy own on %s for select using (%I = current_person())', target, person_column);
  end if;
  execute format('grant select, insert, update, delete on %s to testamur_app', target);
end $$;

create procedure make_append_only(target regclass)
  language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from testamur_app', target);
end $$;

create table organization (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  kind text not null check (kind in ('platform', 'live', 'demonstration', 'rehearsal')),
  -- Added to real time; other than zero only in rehearsals.
  clock_offset_ms bigint not null default 0 check (clock_offset_ms = 0 or kind = 'rehearsal'),
  created_at timestamptz not null default now()
);
grant select, insert, update on organization to testamur_app;

-- Finds the organization and the owner of an object by its id or its public number. Holds no personal data.
create table locator (
  id uuid primary key,
  kind text not null,
  organization_id uuid not null references organization (id),
  person_id uuid,
  public_number text unique
);
create index locator_person on locator (person_id, kind) where person_id is not null;
grant select, insert on locator to testamur_app;

-- Answers to commands by key. The scope is the person, or the organization for callers without a session.
create table idempotency (
  person_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  operation text not null,
  body_hash text not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_created on idempotency (created_at);
grant select, insert, update, delete on idempotency to testamur_app;
