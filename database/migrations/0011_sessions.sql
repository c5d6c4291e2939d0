-- The day on which an assessment took place, as an examiner states it; nothing for what was handed in.
alter table rating add column held_on date;

-- An examiner who cannot rate any more. The row stays: whoever was asked may not decide on the candidate.
alter table examiner_assignment
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid references person (id),
  add constraint examiner_assignment_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null));

-- What the scale of the program makes of the score, where it has one. A course has no attempt and no rating to name.
alter table result
  add column scaled_score numeric(8, 3),
  alter column source_id drop not null;

-- Exams that wait for a form that their candidate has not seen; the authorization, and its window, begin with one.
create table form_wait (
  organization_id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null check (attempt > 0),
  since timestamptz not null,
  primary key (organization_id, candidacy_id, assessment_id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
call protect_tenant_table('form_wait');
