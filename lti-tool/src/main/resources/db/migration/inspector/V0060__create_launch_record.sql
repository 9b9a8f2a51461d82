create table launch_record (
  id varchar(32) not null,
  registration_id varchar(64) null,
  reference varchar(16) null,
  accepted boolean not null,
  proven boolean not null,
  code varchar(64) null,
  step varchar(16) not null,
  message_type varchar(40) null,
  framed boolean not null,
  frame_allowed boolean not null,
  browser varchar(16) not null,
  details mediumtext not null,
  recorded_at datetime(6) not null,
  constraint pk_launch_record primary key (id)
)${table_options};
create index ix_launch_record_registration on launch_record (registration_id, id);
create index ix_launch_record_message on launch_record (registration_id, message_type, id);
create index ix_launch_record_reference on launch_record (reference);
