-- Writes what Remit reads of one database, as any role that may CONNECT. In a new folder postgres/INSTANCE/DATABASE:
--   psql -X -v ON_ERROR_STOP=1 -f postgres-export.sql 'host=... dbname=DATABASE'
-- Then: remit load postgres/

\o roles.csv
COPY (
SELECT rolname::text, rolcanlogin, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
       CASE WHEN rolvaliduntil IS NOT NULL THEN
         to_char(least(greatest(rolvaliduntil, '1970-01-02 00:00Z'), '9999-12-31 00:00Z') AT TIME ZONE 'UTC',
                 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END AS rolvaliduntil
FROM pg_roles ORDER BY rolname
) TO STDOUT WITH (FORMAT csv, HEADER);

\o role_members.csv
COPY (
SELECT g.rolname::text AS role, m.rolname::text AS member, bool_or(a.admin_option) AS admin_option
FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
GROUP BY g.rolname, m.rolname ORDER BY g.rolname, m.rolname
) TO STDOUT WITH (FORMAT csv, HEADER);

\o databases.csv
COPY (
SELECT d.datname::text, o.rolname::text AS owner, d.datallowconn, has_database_privilege(d.oid, 'CONNECT') AS can_connect
FROM pg_database d LEFT JOIN pg_roles o ON o.oid = d.datdba
WHERE d.datname <> 'template0' AND d.datconnlimit <> -2 ORDER BY d.datname
) TO STDOUT WITH (FORMAT csv, HEADER);

\o schema_acl.csv
COPY (
SELECT n.nspname::text AS schema, o.rolname::text AS owner, g.*
FROM pg_namespace n LEFT JOIN pg_roles o ON o.oid = n.nspowner
LEFT JOIN LATERAL (
  SELECT r.rolname::text AS grantee, a.grantee = 0 AS to_public,
         string_agg(DISTINCT a.privilege_type, ',' ORDER BY a.privilege_type) AS privilege_type,
         bool_or(a.is_grantable) AS is_grantable
  FROM aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE a.grantee = 0 OR r.oid IS NOT NULL GROUP BY r.rolname, a.grantee = 0
) g ON true
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY n.nspname, g.grantee
) TO STDOUT WITH (FORMAT csv, HEADER);

\o relation_acl.csv
COPY (
SELECT n.nspname::text AS schema, c.relname::text AS name, c.relkind::text, o.rolname::text AS owner,
       c.relrowsecurity AS row_security, c.relispartition AS is_partition,
       coalesce((SELECT bool_or(option_value::boolean) FROM pg_options_to_table(c.reloptions)
                 WHERE option_name = 'security_invoker'), false) AS security_invoker, g.*
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_roles o ON o.oid = c.relowner
LEFT JOIN LATERAL (
  SELECT r.rolname::text AS grantee, a.grantee = 0 AS to_public,
         string_agg(DISTINCT a.privilege_type, ',' ORDER BY a.privilege_type) AS privilege_type,
         bool_or(a.is_grantable) AS is_grantable
  FROM aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE a.grantee = 0 OR r.oid IS NOT NULL GROUP BY r.rolname, a.grantee = 0
) g ON true
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY n.nspname, c.relname, g.grantee
) TO STDOUT WITH (FORMAT csv, HEADER);

\o column_acl.csv
COPY (
SELECT n.nspname::text AS schema, c.relname::text AS name, t.attname::text AS column, g.*
FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN LATERAL (
  SELECT r.rolname::text AS grantee, a.grantee = 0 AS to_public,
         string_agg(DISTINCT a.privilege_type, ',' ORDER BY a.privilege_type) AS privilege_type,
         bool_or(a.is_grantable) AS is_grantable
  FROM aclexplode(t.attacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE a.grantee = 0 OR r.oid IS NOT NULL GROUP BY r.rolname, a.grantee = 0
) g ON true
WHERE t.attacl IS NOT NULL AND t.attnum > 0 AND NOT t.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, t.attname, g.grantee
) TO STDOUT WITH (FORMAT csv, HEADER);
\o
