create table sign_in_throttle (
  id varchar(32) not null,
  free_at bigint not null,
  constraint pk_sign_in_throttle primary key (id)
)${table_options};
create index ix_sign_in_throttle_free on sign_in_throttle (free_at);
