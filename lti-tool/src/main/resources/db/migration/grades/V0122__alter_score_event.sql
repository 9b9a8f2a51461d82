alter table score_event add column note varchar(500) null;
