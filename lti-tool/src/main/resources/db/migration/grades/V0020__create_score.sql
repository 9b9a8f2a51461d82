create table score (
  id varchar(32) not null,
  revision int not null,
  attempt_id varchar(32) not null,
  user_id varchar(32) not null,
  subject varchar(255) not null,
  registration_id varchar(64) not null,
  deployment_id varchar(255) not null,
  family varchar(16) not null,
  resource_link_id varchar(32) not null,
  platform_link_id varchar(255) not null,
  title varchar(255) not null,
  scopes varchar(500) not null,
  line_item varchar(2000) null,
  line_items varchar(2000) null,
  module varchar(128) not null,
  module_version varchar(64) not null,
  given decimal(18, 6) not null,
  maximum decimal(18, 6) not null,
  completed_at datetime(6) not null,
  score_timestamp datetime(6) not null,
  owed_at datetime(6) not null,
  state varchar(16) not null,
  reason varchar(40) null,
  attempts int not null,
  unsure boolean not null,
  next_attempt_at datetime(6) null,
  claimed_by varchar(32) null,
  claimed_until datetime(6) null,
  sent_at datetime(6) null,
  sent_given decimal(18, 6) null,
  sent_maximum decimal(18, 6) null,
  sent_line_item varchar(2000) null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_score primary key (id)
)${table_options};
create index ix_score_attempt on score (attempt_id);
create index ix_score_user on score (user_id);
create index ix_score_state on score (state, next_attempt_at);

create table line_item (
  resource_link_id varchar(32) not null,
  registration_id varchar(64) not null,
  url varchar(2000) null,
  claimed_by varchar(32) null,
  claimed_until datetime(6) null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_line_item primary key (resource_link_id)
)${table_options};
