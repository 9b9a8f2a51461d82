create table score_reading (
  registration_id varchar(64) not null,
  read_at datetime(6) not null,
  compared int not null,
  drifted int not null,
  mended int not null,
  unread int not null,
  constraint pk_score_reading primary key (registration_id)
)${table_options};
