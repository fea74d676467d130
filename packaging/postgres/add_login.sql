-- One computer's login, without a password: set it afterwards with psql's \password, which sends only its digest.
-- part: desk, terminal, auditor or owner (for migrations).
--   psql -v prefix=kiosk -v part=desk -v login=desk_1 -f add_login.sql
-- Safe to run again. A terminal must also be enrolled: the desk's list of devices is what admits it.
\set ON_ERROR_STOP on
SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT %s', :'login',
              CASE :'part' WHEN 'terminal' THEN 3 ELSE 20 END)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'login')
\gexec
SELECT format('GRANT %I TO %I', :'prefix' || '_' || :'part', :'login')
\gexec
