-- The app enqueues jobs in the transaction of the change that causes them, but owns nothing of the queue.
create function enqueue_job(task text, payload json, run_at timestamptz, job_key text, queue_name text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => task, payload => payload, queue_name => queue_name, run_at => run_at, max_attempts => 12,
    job_key => job_key, job_key_mode => case when job_key is null then null else 'replace' end);
end $$;

-- How many jobs of an organization are due and not done, and how many have failed for good.
create function count_jobs(organization uuid, out waiting bigint, out failed bigint)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  select count(*) filter (where attempts < max_attempts and run_at <= now()),
         count(*) filter (where attempts >= max_attempts)
    into waiting, failed
    from graphile_worker._private_jobs
   where payload ->> 'organizationId' = organization::text;
end $$;

revoke all on function enqueue_job, count_jobs from public;
grant execute on function enqueue_job, count_jobs to testamur_app;
