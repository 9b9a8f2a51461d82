create table course_group (
  context_id varchar(32) not null,
  id varchar(32) not null,
  registration_id varchar(64) not null,
  name varchar(255) not null,
  set_name varchar(255) null,
  constraint pk_course_group primary key (context_id, id)
)${table_options};
create index ix_course_group_registration on course_group (registration_id);

alter table roster add groups_url varchar(2000) null;
alter table roster add group_sets_url varchar(2000) null;

alter table membership add group_ids varchar(2000) default '' not null;
