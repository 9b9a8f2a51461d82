create table scenario_walk (
  attempt_id varchar(32) not null,
  scenario_id varchar(64) not null,
  walk_number int not null,
  choices varchar(4000) not null,
  moved_at datetime(6) not null,
  ended_at datetime(6) null,
  outcome varchar(16) null,
  constraint pk_scenario_walk primary key (attempt_id, scenario_id, walk_number),
  constraint fk_scenario_walk_attempt foreign key (attempt_id) references attempt (id)
)${table_options};
