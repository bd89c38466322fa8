-- One database and two roles for each service of a node:
--
--     psql -v service=court -f roles.sql postgres    (as a superuser; again whenever you like)
--
--   jiefen_court_owner  owns the database and its tables; `jiefen migrate` uses it, nothing else
--   jiefen_court        what the running service uses: it reads and writes rows, it cannot change
--                       tables, it cannot truncate, and it can only add to the journal
--
-- Run it before the first `jiefen migrate`, and once more after it: the journal is there then.
-- No other service can connect. Give both roles a password (\password jiefen_court) or a client
-- certificate.

\set ON_ERROR_STOP on
\set owner jiefen_ :service _owner
\set app jiefen_ :service
\set database jiefen_ :service

select format('create role %I login', name)
from unnest(array[:'owner', :'app']) as name
where not exists (select from pg_roles where rolname = name) \gexec

select format('create database %I owner %I', :'database', :'owner')
where not exists (select from pg_database where datname = :'database') \gexec

revoke all on database :"database" from public;
grant connect on database :"database" to :"app";

\connect :"database"

alter schema public owner to :"owner";
revoke create on schema public from public;
grant usage on schema public to :"app";
grant select, insert, update, delete on all tables in schema public to :"app";
grant usage on all sequences in schema public to :"app";
-- and for what later migrations make
alter default privileges for role :"owner" in schema public
    grant select, insert, update, delete on tables to :"app";
alter default privileges for role :"owner" in schema public
    grant usage on sequences to :"app";

-- What was written into the journal stays.
select format('revoke update, delete on public.journal from %I', :'app')
where to_regclass('public.journal') is not null \gexec
