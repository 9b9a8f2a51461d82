create table reading_preference (
  user_id varchar(32) not null,
  text_only boolean null,
  equivalents boolean null,
  saved_at datetime(6) not null,
  constraint pk_reading_preference primary key (user_id)
)${table_options};
