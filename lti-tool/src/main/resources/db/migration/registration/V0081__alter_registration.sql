alter table registration add drafts boolean default true not null;
