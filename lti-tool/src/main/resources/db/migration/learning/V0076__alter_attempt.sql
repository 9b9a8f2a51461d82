alter table attempt add updated_from varchar(32) null;
