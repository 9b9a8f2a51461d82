alter table lti_user add column seated_at datetime(6) null;
create index ix_lti_user_seat on lti_user (registration_id, seated_at);
