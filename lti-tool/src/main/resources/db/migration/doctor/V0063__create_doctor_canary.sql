create table doctor_canary (
  registration_id varchar(64) not null,
  due_at datetime(6) not null,
  checked_at datetime(6) null,
  failures int not null,
  constraint pk_doctor_canary primary key (registration_id)
)${table_options};

create table doctor_alert (
  id varchar(32) not null,
  registration_id varchar(64) not null,
  findings mediumtext not null,
  raised_at datetime(6) not null,
  cleared_at datetime(6) null,
  constraint pk_doctor_alert primary key (id)
)${table_options};
create index ix_doctor_alert_registration on doctor_alert (registration_id, id);
create index ix_doctor_alert_cleared on doctor_alert (cleared_at);
