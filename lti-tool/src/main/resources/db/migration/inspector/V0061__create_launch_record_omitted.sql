create table launch_record_omitted (
  registration_id varchar(64) not null,
  day_of varchar(10) not null,
  accepted boolean not null,
  launches bigint not null,
  constraint pk_launch_record_omitted primary key (registration_id, day_of, accepted)
)${table_options};
