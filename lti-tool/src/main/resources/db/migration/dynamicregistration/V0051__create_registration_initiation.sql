create table registration_initiation (
  id varchar(43) not null,
  invitation_id varchar(32) null,
  configuration_uri varchar(2048) not null,
  configuration mediumtext not null,
  registration_token mediumtext null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  consumed_at datetime(6) null,
  constraint pk_registration_initiation primary key (id),
  constraint fk_registration_initiation_invitation foreign key (invitation_id) references registration_invitation (id)
)${table_options};
create index ix_registration_initiation_created on registration_initiation (created_at);
