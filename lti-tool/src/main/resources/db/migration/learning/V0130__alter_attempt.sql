alter table attempt add active_at datetime(6) null;
alter table attempt add active_seconds int null;

alter table assessment_try add limit_minutes int null;
