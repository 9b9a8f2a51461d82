alter table answer add column kind varchar(16) default 'CHOICES' not null;
alter table answer modify column choice varchar(4000) not null;
