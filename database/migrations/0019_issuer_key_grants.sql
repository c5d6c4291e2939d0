-- A key is never taken away or exchanged, and neither is what one person asked for and another one answered: the
-- application sets when a key signs and when it was withdrawn, and writes the answer to a request.
revoke update, delete on issuer_key from testamur_app;
grant update (activates_at, retired_at, compromised_at) on issuer_key to testamur_app;
revoke update, delete on issuer_key_request from testamur_app;
grant update (decided_by, decided_at, confirmed) on issuer_key_request to testamur_app;
