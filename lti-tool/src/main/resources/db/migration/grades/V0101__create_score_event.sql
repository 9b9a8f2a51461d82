create table score_event (
  score_id varchar(32) not null,
  revision int not null,
  kind varchar(16) not null,
  reason varchar(40) not null,
  judged_by varchar(16) null,
  status int null,
  times int not null,
  given decimal(18, 6) not null,
  maximum decimal(18, 6) not null,
  first_at datetime(6) not null,
  last_at datetime(6) not null,
  next_at datetime(6) null,
  constraint pk_score_event primary key (score_id, revision, kind, reason)
)${table_options};
alter table score add column drift varchar(16) null;
alter table score add column drift_at datetime(6) null;
alter table score add column held_given decimal(18, 6) null;
alter table score add column held_maximum decimal(18, 6) null;
create index ix_score_link on score (resource_link_id);
