-- The four groups of one store. Logins are members of one of them and have no rights of their own.
-- Run by an account that may create roles:  psql -v prefix=kiosk -f roles.sql
-- Safe to run again.
\set ON_ERROR_STOP on
SELECT format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', name)
FROM unnest(ARRAY['owner', 'desk', 'terminal', 'auditor']) AS part, LATERAL (SELECT :'prefix' || '_' || part AS name) AS named
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec
