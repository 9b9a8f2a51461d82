create table doctor_examination (
  registration_id varchar(64) not null,
  findings mediumtext not null,
  examined_at datetime(6) not null,
  constraint pk_doctor_examination primary key (registration_id)
)${table_options};
