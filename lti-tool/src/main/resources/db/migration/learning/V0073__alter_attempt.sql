alter table attempt add last_question int null;
alter table attempt add last_launch_id varchar(32) null;
alter table attempt add moved_at datetime(6) null;
