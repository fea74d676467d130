-- One store's database, empty: `kiosk migrate` puts the tables in.
-- Run by an account that may create databases and is a superuser, or owns the database (managed servers):
--   psql -v prefix=kiosk -v database=kiosk -f database.sql
-- Safe to run again.
\set ON_ERROR_STOP on
SELECT :'prefix' || '_owner' AS owner \gset
SELECT format('GRANT %I TO %I', :'owner', current_user) WHERE NOT pg_has_role(current_user, :'owner', 'MEMBER')
\gexec
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING ''UTF8''', :'database', :'owner')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', :'database', :'prefix' || '_' || part)
FROM unnest(ARRAY['owner', 'desk', 'terminal', 'auditor']) AS part
\gexec
\connect :"database"
REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- Whoever can connect could otherwise keep things in large objects, or hold the lock that migrations take.
SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', oid::regprocedure)
FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace
    AND proname IN ('lo_create', 'lo_creat', 'lo_from_bytea', 'pg_advisory_lock', 'pg_advisory_lock_shared',
                    'pg_try_advisory_lock', 'pg_try_advisory_lock_shared', 'pg_advisory_xact_lock',
                    'pg_advisory_xact_lock_shared', 'pg_try_advisory_xact_lock', 'pg_try_advisory_xact_lock_shared')
    AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
\gexec
SELECT format('GRANT EXECUTE ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) TO %I', :'owner')
WHERE (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
\gexec
