-- The database of the tool and its users, for MySQL 9 (MariaDB 11.4 takes it too). Run it once, as an administrator, after
-- changing both passwords and, if the tool runs on another machine, the host.
--
--   mysql --user=root --password < mysql-setup.sql

-- The tool's tables name their own character set and collation; this is for whatever else is created here.
create database if not exists htmse character set utf8mb4 collate utf8mb4_bin;

-- What the tool works with: it reads and writes rows.
create user if not exists 'htmse'@'localhost' identified by 'change-this-password';
grant select, insert, update, delete on htmse.* to 'htmse'@'localhost';

-- What creates and upgrades the tables when the tool starts (spring.flyway.user).
create user if not exists 'htmse_migration'@'localhost' identified by 'change-this-password-too';
grant select, insert, update, delete, create, alter, drop, index, references on htmse.* to 'htmse_migration'@'localhost';
