alter table lti_user add column language varchar(8) null;
