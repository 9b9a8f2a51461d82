create table administrator (
  id varchar(32) not null,
  name varchar(100) not null,
  email varchar(254) not null,
  email_key varchar(254) not null,
  role varchar(16) not null,
  institution_id varchar(32) null,
  password_hash varchar(255) null,
  oidc_identity varchar(32) null,
  joined_at datetime(6) null,
  disabled_at datetime(6) null,
  last_signed_in_at datetime(6) null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  constraint pk_administrator primary key (id),
  constraint uq_administrator_email unique (email_key),
  constraint uq_administrator_oidc unique (oidc_identity)
)${table_options};

create table admin_link (
  id varchar(32) not null,
  digest varchar(43) not null,
  administrator_id varchar(32) null,
  expires_at datetime(6) not null,
  created_at datetime(6) not null,
  constraint pk_admin_link primary key (id),
  constraint uq_admin_link_digest unique (digest),
  constraint fk_admin_link_administrator foreign key (administrator_id) references administrator (id)
)${table_options};

create table admin_setup (
  slot int not null,
  completed_at datetime(6) null,
  constraint pk_admin_setup primary key (slot)
)${table_options};
insert into admin_setup (slot, completed_at) values (1, null);
