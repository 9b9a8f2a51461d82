create table lti_user (
  id varchar(32) not null,
  registration_id varchar(64) not null,
  subject varchar(255) null,
  name varchar(255) null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_lti_user primary key (id)
)${table_options};
