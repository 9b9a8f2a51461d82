create table score_lane (
  registration_id varchar(64) not null,
  epoch bigint not null,
  held_by varchar(32) null,
  held_until datetime(6) null,
  failures int not null,
  reason varchar(40) null,
  opened_at datetime(6) null,
  paused_until datetime(6) null,
  updated_at datetime(6) not null,
  constraint pk_score_lane primary key (registration_id)
)${table_options};
create index ix_score_due on score (registration_id, next_attempt_at);
insert into score_lane (registration_id, epoch, failures, updated_at)
select registration_id, 0, 0, max(updated_at) from score where state in ('WAITING', 'RETRYING') group by registration_id;
