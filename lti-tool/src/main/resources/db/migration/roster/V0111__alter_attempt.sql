alter table attempt add reset_id varchar(32) default '' not null;
create unique index uq_attempt_counting on attempt (resource_link_id, user_id, module_id, preview, reset_id);
alter table attempt drop constraint uq_attempt;

create table attempt_reset (
  id varchar(32) not null,
  attempt_id varchar(32) not null,
  reason varchar(500) not null,
  reset_by varchar(32) not null,
  reset_at datetime(6) not null,
  constraint pk_attempt_reset primary key (id),
  constraint fk_attempt_reset_attempt foreign key (attempt_id) references attempt (id)
)${table_options};

create table extra_try (
  attempt_id varchar(32) not null,
  grant_number int not null,
  granted_by varchar(32) not null,
  granted_at datetime(6) not null,
  constraint pk_extra_try primary key (attempt_id, grant_number),
  constraint fk_extra_try_attempt foreign key (attempt_id) references attempt (id)
)${table_options};
