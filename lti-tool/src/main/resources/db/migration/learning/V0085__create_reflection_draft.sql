create table reflection_draft (
  attempt_id varchar(32) not null,
  reflection_id varchar(120) not null,
  revision int not null,
  sealed_text mediumtext null,
  saved_at datetime(6) not null,
  constraint pk_reflection_draft primary key (attempt_id, reflection_id),
  constraint fk_reflection_draft_attempt foreign key (attempt_id) references attempt (id)
)${table_options};
