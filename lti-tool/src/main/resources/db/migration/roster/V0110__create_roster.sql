create table roster (
  context_id varchar(32) not null,
  registration_id varchar(64) not null,
  deployment_id varchar(255) not null,
  family varchar(16) not null,
  memberships_url varchar(2000) not null,
  active_at datetime(6) not null,
  tried_at datetime(6) null,
  fetched_at datetime(6) null,
  problem varchar(40) null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_roster primary key (context_id)
)${table_options};
create index ix_roster_active on roster (active_at);

create table membership (
  context_id varchar(32) not null,
  user_id varchar(32) not null,
  registration_id varchar(64) not null,
  standing varchar(16) not null,
  test_user boolean not null,
  status varchar(16) not null,
  gone_at datetime(6) null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_membership primary key (context_id, user_id)
)${table_options};
create index ix_membership_user on membership (user_id);
create index ix_membership_registration on membership (registration_id);
