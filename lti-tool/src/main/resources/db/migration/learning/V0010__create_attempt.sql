create table attempt (
  id varchar(32) not null,
  resource_link_id varchar(32) not null,
  user_id varchar(32) not null,
  module_id varchar(64) not null,
  module_version varchar(32) not null,
  preview boolean not null,
  started_at datetime(6) not null,
  last_item varchar(130) null,
  completed_at datetime(6) null,
  reported_percent decimal(5, 2) null,
  constraint pk_attempt primary key (id),
  constraint uq_attempt unique (resource_link_id, user_id, module_id, preview)
)${table_options};
create index ix_attempt_user on attempt (user_id);

create table page_view (
  attempt_id varchar(32) not null,
  page_id varchar(120) not null,
  viewed_at datetime(6) not null,
  constraint pk_page_view primary key (attempt_id, page_id),
  constraint fk_page_view_attempt foreign key (attempt_id) references attempt (id)
)${table_options};

create table assessment_try (
  id varchar(32) not null,
  attempt_id varchar(32) not null,
  assessment_id varchar(120) not null,
  try_number int not null,
  module_version varchar(32) not null,
  seed bigint not null,
  questions varchar(8000) not null,
  started_at datetime(6) not null,
  submitted_at datetime(6) null,
  earned decimal(20, 10) null,
  maximum decimal(20, 10) null,
  result_percent decimal(5, 2) null,
  passed boolean null,
  constraint pk_assessment_try primary key (id),
  constraint uq_assessment_try unique (attempt_id, assessment_id, try_number),
  constraint fk_assessment_try_attempt foreign key (attempt_id) references attempt (id)
)${table_options};

create table answer (
  try_id varchar(32) not null,
  question_id varchar(120) not null,
  choice varchar(1000) not null,
  saved_at datetime(6) not null,
  constraint pk_answer primary key (try_id, question_id),
  constraint fk_answer_try foreign key (try_id) references assessment_try (id)
)${table_options};
