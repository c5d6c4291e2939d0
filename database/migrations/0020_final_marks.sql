-- What was withdrawn stays withdrawn, and an answer once given stays as it was given, whoever asks for the change.
-- The columns named are frozen once the first of them is set.
create function refuse_to_unmark() returns trigger language plpgsql as $$
declare
  frozen text;
begin
  if to_jsonb(old) -> tg_argv[0] = 'null'::jsonb then
    return new;
  end if;
  foreach frozen in array tg_argv loop
    if to_jsonb(old) -> frozen is distinct from to_jsonb(new) -> frozen then
      raise exception '%.% is set once and for all', tg_table_name, frozen using errcode = 'restrict_violation';
    end if;
  end loop;
  return new;
end
$$;

create trigger issuer_key_withdrawn before update on issuer_key
  for each row execute function refuse_to_unmark('compromised_at');
create trigger issuer_key_request_answered before update on issuer_key_request
  for each row execute function refuse_to_unmark('decided_at', 'decided_by', 'confirmed');
create trigger status_entry_withdrawn before update on status_entry
  for each row execute function refuse_to_unmark('withdrawn_by');
