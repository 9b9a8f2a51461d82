create table claim_seen (
  registration_id varchar(64) not null,
  claim varchar(255) not null,
  last_seen_at datetime(6) not null,
  constraint pk_claim_seen primary key (registration_id, claim)
)${table_options};
