alter table tool_secret modify column secret varchar(512) not null;
