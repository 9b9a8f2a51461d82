create table module_choice (
  resource_link_id varchar(32) not null,
  registration_id varchar(64) not null,
  context_id varchar(32) null,
  link_title varchar(255) null,
  module_id varchar(64) not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_module_choice primary key (resource_link_id)
)${table_options};
create index ix_module_choice_context on module_choice (context_id);
