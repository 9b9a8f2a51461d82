create table passkey (
  credential_id varchar(1400) not null,
  credential_digest varchar(32) not null,
  administrator_id varchar(32) not null,
  name varchar(60) not null,
  public_key blob not null,
  signature_count bigint not null,
  user_verified boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  transports varchar(100) not null,
  attestation blob not null,
  attestation_client_data blob not null,
  last_used_at datetime(6) not null,
  created_at datetime(6) not null,
  constraint pk_passkey primary key (credential_digest),
  constraint fk_passkey_administrator foreign key (administrator_id) references administrator (id)
)${table_options};
create index ix_passkey_administrator on passkey (administrator_id);
