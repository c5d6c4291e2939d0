-- What the sweep could not compute: how often in a row, since when, and why. It waits until `next_change_at`, and the
-- next standing that is written clears it.
alter table standing_cache
  add column failures integer not null default 0 check (failures >= 0),
  add column failing_since timestamptz,
  add column failure text,
  add constraint standing_cache_failing check ((failures = 0) = (failing_since is null and failure is null));
create index standing_cache_failures on standing_cache (organization_id, failing_since) where failures > 0;

-- `next_change_at` now tells of reminders, too: every credential is looked at once and gets its next date. The tenants'
-- policies hold the owner as well, and here is no tenant.
alter table standing_cache no force row level security;
update standing_cache set next_change_at = least(next_change_at, now()) where standing ? 'credential';
alter table standing_cache force row level security;

-- A job that is due and asked for again keeps its place: whoever asks each minute must not push it back each minute.
create or replace function enqueue_job(task text, payload json, run_at timestamptz, job_key text, queue_name text)
  returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => task, payload => payload, queue_name => queue_name, run_at => run_at, max_attempts => 12,
    job_key => job_key,
    job_key_mode => case
      when job_key is null then null
      when run_at is null and exists (
        select from graphile_worker._private_jobs j where j.key = job_key and j.run_at <= now()) then 'preserve_run_at'
      else 'replace' end);
end $$;

-- Many jobs of one task, in one statement.
create function enqueue_jobs(task text, payloads json[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(payloads) = 0 then return; end if;
  perform graphile_worker.add_jobs(array(
    select row(task, payload, null, null, 12, null, null, null)::graphile_worker.job_spec
    from unnest(payloads) with ordinality as given (payload, place) order by place));
end $$;

revoke all on function enqueue_jobs from public;
grant execute on function enqueue_jobs to testamur_app;
