create table audit_entry (
  id varchar(32) not null,
  reference varchar(16) not null,
  recorded_at datetime(6) not null,
  actor_id varchar(32) null,
  actor_name varchar(255) not null,
  area varchar(32) not null,
  action varchar(64) not null,
  subject_kind varchar(32) not null,
  subject_id varchar(64) not null,
  subject_name varchar(255) not null,
  subject_words varchar(255) not null,
  institution_id varchar(32) null,
  values_before mediumtext not null,
  values_after mediumtext not null,
  constraint pk_audit_entry primary key (id)
)${table_options};
create index ix_audit_entry_institution on audit_entry (institution_id, id);
create index ix_audit_entry_actor on audit_entry (actor_id, id);
create index ix_audit_entry_subject on audit_entry (subject_id, id);
