create table institution (
  id varchar(32) not null,
  name varchar(255) not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_institution primary key (id)
)${table_options};

create table registration (
  id varchar(64) not null,
  institution_id varchar(32) null,
  name varchar(255) not null,
  issuer varchar(1000) not null,
  client_id varchar(255) not null,
  authorization_endpoint varchar(1000) not null,
  token_endpoint varchar(1000) not null,
  token_audience varchar(1000) not null,
  jwks_uri varchar(1000) not null,
  trusted_audiences mediumtext not null,
  service_origins mediumtext not null,
  unknown_deployments varchar(16) not null,
  anonymous_allowed boolean not null,
  family varchar(16) null,
  state varchar(16) not null,
  origin varchar(16) not null,
  pseudonymous boolean not null,
  valid_from datetime(6) null,
  valid_until datetime(6) null,
  seats int null,
  modules mediumtext null,
  notes mediumtext null,
  granted_scopes mediumtext not null,
  revision int not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_registration primary key (id),
  constraint fk_registration_institution foreign key (institution_id) references institution (id)
)${table_options};

create table deployment (
  id varchar(32) not null,
  registration_id varchar(64) not null,
  deployment_id varchar(255) not null,
  state varchar(16) not null,
  label varchar(255) null,
  launches_held int not null,
  first_seen_at datetime(6) not null,
  last_seen_at datetime(6) not null,
  decided_at datetime(6) null,
  constraint pk_deployment primary key (id)
)${table_options};
create index ix_deployment_registration on deployment (registration_id);

create table registration_revision (
  id int not null,
  revision bigint not null,
  constraint pk_registration_revision primary key (id)
)${table_options};
insert into registration_revision (id, revision) values (1, 0);
