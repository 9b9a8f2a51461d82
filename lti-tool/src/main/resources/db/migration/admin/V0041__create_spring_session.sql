-- The tables of Spring Session, by the names that it uses.
create table SPRING_SESSION (
  PRIMARY_ID varchar(36) not null,
  SESSION_ID varchar(36) not null,
  CREATION_TIME bigint not null,
  LAST_ACCESS_TIME bigint not null,
  MAX_INACTIVE_INTERVAL int not null,
  EXPIRY_TIME bigint not null,
  PRINCIPAL_NAME varchar(100) null,
  constraint pk_spring_session primary key (PRIMARY_ID),
  constraint uq_spring_session unique (SESSION_ID)
)${table_options};
create index ix_spring_session_expiry on SPRING_SESSION (EXPIRY_TIME);
create index ix_spring_session_principal on SPRING_SESSION (PRINCIPAL_NAME);

create table SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID varchar(36) not null,
  ATTRIBUTE_NAME varchar(200) not null,
  ATTRIBUTE_BYTES blob not null,
  constraint pk_spring_session_attributes primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  constraint fk_spring_session_attributes foreign key (SESSION_PRIMARY_ID) references SPRING_SESSION (PRIMARY_ID)
    on delete cascade
)${table_options};
