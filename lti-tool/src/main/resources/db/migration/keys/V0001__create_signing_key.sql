create table signing_key (
  kid varchar(64) not null,
  slot int not null,
  private_jwk varchar(4096) not null,
  created_at datetime(6) not null,
  constraint pk_signing_key primary key (kid),
  constraint uq_signing_key_slot unique (slot)
)${table_options};

create table tool_secret (
  name varchar(64) not null,
  secret varchar(128) not null,
  created_at datetime(6) not null,
  constraint pk_tool_secret primary key (name)
)${table_options};
