alter table resource_link add column family varchar(16) null;
alter table resource_link add column ags mediumtext null;
