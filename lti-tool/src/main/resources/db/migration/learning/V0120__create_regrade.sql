create table regrade (
  try_id varchar(32) not null,
  attempt_id varchar(32) not null,
  erratum_id varchar(32) not null,
  question_id varchar(120) not null,
  reason varchar(500) not null,
  from_percent decimal(5, 2) not null,
  to_percent decimal(5, 2) not null,
  regraded_at datetime(6) not null,
  constraint pk_regrade primary key (try_id, erratum_id),
  constraint fk_regrade_try foreign key (try_id) references assessment_try (id)
)${table_options};
