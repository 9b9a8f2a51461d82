create table registration_invitation (
  id varchar(32) not null,
  secret_digest varchar(43) not null,
  institution_id varchar(32) not null,
  family varchar(16) not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  opened_at datetime(6) null,
  claimed_until datetime(6) null,
  registered_at datetime(6) null,
  registration_id varchar(64) null,
  revoked_at datetime(6) null,
  constraint pk_registration_invitation primary key (id),
  constraint uq_registration_invitation_secret unique (secret_digest)
)${table_options};
create index ix_registration_invitation_institution on registration_invitation (institution_id);
