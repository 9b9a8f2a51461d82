create table extra_time (
  id varchar(32) not null,
  user_id varchar(32) not null,
  context_id varchar(32) not null,
  percent int not null,
  minutes int not null,
  reason varchar(500) not null,
  granted_by varchar(32) not null,
  granted_at datetime(6) not null,
  constraint pk_extra_time primary key (id)
)${table_options};
create index ix_extra_time_user on extra_time (user_id, context_id);

alter table assessment_try add deadline datetime(6) null;
alter table assessment_try add timed_out boolean default false not null;
create index ix_assessment_try_deadline on assessment_try (submitted_at, deadline);
