create table module_release (
  digest varchar(64) not null,
  module_id varchar(64) not null,
  module_version varchar(32) not null,
  form mediumtext not null,
  released_at datetime(6) not null,
  constraint pk_module_release primary key (digest)
)${table_options};
create index ix_module_release_module on module_release (module_id);

create table module_picture (
  address varchar(80) not null,
  media_type varchar(40) not null,
  content mediumblob not null,
  constraint pk_module_picture primary key (address)
)${table_options};

alter table attempt add release_digest varchar(64) null;
