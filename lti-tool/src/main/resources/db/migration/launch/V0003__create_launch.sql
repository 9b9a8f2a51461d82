create table context (
  id varchar(32) not null,
  registration_id varchar(64) not null,
  deployment_id varchar(255) not null,
  platform_context_id varchar(255) not null,
  title varchar(255) null,
  label varchar(255) null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_context primary key (id)
)${table_options};

create table resource_link (
  id varchar(32) not null,
  registration_id varchar(64) not null,
  deployment_id varchar(255) not null,
  context_id varchar(32) null,
  platform_link_id varchar(255) not null,
  title varchar(255) null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_resource_link primary key (id)
)${table_options};
create index ix_resource_link_context on resource_link (context_id);

create table launch (
  id varchar(32) not null,
  registration_id varchar(64) not null,
  deployment_id varchar(255) not null,
  user_id varchar(32) not null,
  context_id varchar(32) null,
  resource_link_id varchar(32) null,
  message_type varchar(40) not null,
  standing varchar(16) not null,
  test_user boolean not null,
  details mediumtext not null,
  nonce_digest varchar(43) null,
  token_digest varchar(43) not null,
  session_digest varchar(43) not null,
  session_expires_at datetime(6) not null,
  launched_at datetime(6) not null,
  constraint pk_launch primary key (id),
  constraint uq_launch_nonce unique (nonce_digest)
)${table_options};
create index ix_launch_user on launch (user_id, launched_at);

create table pending_launch (
  id varchar(43) not null,
  state varchar(2048) not null,
  id_token mediumtext not null,
  expires_at datetime(6) not null,
  constraint pk_pending_launch primary key (id)
)${table_options};
create index ix_pending_launch_expiry on pending_launch (expires_at);
