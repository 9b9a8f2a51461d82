alter table signing_key rename column private_jwk to jwk;
alter table signing_key add column in_use_since datetime(6);
alter table signing_key add column retired_at datetime(6);
update signing_key set in_use_since = created_at where slot = 1;
