"""SQL queries over PostgreSQL's system catalogs, from version 12 on.

Every catalogue of grants has one row per object and grantee, and one without a grantee where nobody has any. What
was never granted or revoked has no list of its own: `acldefault` is what holds then. PUBLIC is marked by a flag, as a role
may be called "PUBLIC".
"""

from __future__ import annotations

OLDEST = 120_000
OPTIONS_OF_MEMBERS = 160_000

SERVER, ROLES, MEMBERS, DATABASES = "server", "roles", "role_members", "databases"
SCHEMAS, RELATIONS, COLUMNS = "schema_acl", "relation_acl", "column_acl"
# Of the whole server, and of each database.
SHARED = (SERVER, ROLES, MEMBERS, DATABASES)
OWN = (SCHEMAS, RELATIONS, COLUMNS)

# Without the schemas of the system and of sessions.
_USER_SCHEMAS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
_KINDS = "c.relkind IN ('r', 'p', 'v', 'm', 'f')"

_SERVER = """
SELECT current_setting('server_version_num')::int AS server_version_num, current_user::text AS taken_by,
       coalesce((SELECT rolsuper FROM pg_roles WHERE rolname = current_user), false) AS is_superuser
"""
_ROLES = """
SELECT rolname::text, rolcanlogin, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
       CASE WHEN rolvaliduntil IS NOT NULL THEN
         to_char(least(greatest(rolvaliduntil, '1970-01-02 00:00Z'), '9999-12-31 00:00Z') AT TIME ZONE 'UTC',
                 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END AS rolvaliduntil
FROM pg_roles ORDER BY rolname
"""
_MEMBERS = """
SELECT g.rolname::text AS role, m.rolname::text AS member, bool_or(a.admin_option) AS admin_option{options}
FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
GROUP BY g.rolname, m.rolname ORDER BY g.rolname, m.rolname
"""
_MEMBER_OPTIONS = ", bool_or(a.inherit_option) AS inherit_option, bool_or(a.set_option) AS set_option"
# A database whose removal was interrupted has the limit -2: nothing can be done with it but to remove it.
_DATABASES = """
SELECT d.datname::text, o.rolname::text AS owner, d.datallowconn, has_database_privilege(d.oid, 'CONNECT') AS can_connect
FROM pg_database d LEFT JOIN pg_roles o ON o.oid = d.datdba
WHERE d.datname <> 'template0' AND d.datconnlimit <> -2 ORDER BY d.datname
"""
_GRANTEES = """
  SELECT r.rolname::text AS grantee, a.grantee = 0 AS to_public,
         string_agg(DISTINCT a.privilege_type, ',' ORDER BY a.privilege_type) AS privilege_type,
         bool_or(a.is_grantable) AS is_grantable
  FROM aclexplode({acl}) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE a.grantee = 0 OR r.oid IS NOT NULL GROUP BY r.rolname, a.grantee = 0
"""
_SCHEMAS = """
SELECT n.nspname::text AS schema, o.rolname::text AS owner, g.*
FROM pg_namespace n LEFT JOIN pg_roles o ON o.oid = n.nspowner
LEFT JOIN LATERAL ({grantees}) g ON true
WHERE {user_schemas} ORDER BY n.nspname, g.grantee
"""
_RELATIONS = """
SELECT n.nspname::text AS schema, c.relname::text AS name, c.relkind::text, o.rolname::text AS owner,
       c.relrowsecurity AS row_security, c.relispartition AS is_partition,
       coalesce((SELECT bool_or(option_value::boolean) FROM pg_options_to_table(c.reloptions)
                 WHERE option_name = 'security_invoker'), false) AS security_invoker, g.*
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_roles o ON o.oid = c.relowner
LEFT JOIN LATERAL ({grantees}) g ON true
WHERE {kinds} AND {user_schemas} ORDER BY n.nspname, c.relname, g.grantee
"""
_COLUMNS = """
SELECT n.nspname::text AS schema, c.relname::text AS name, t.attname::text AS column, g.*
FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN LATERAL ({grantees}) g ON true
WHERE t.attacl IS NOT NULL AND t.attnum > 0 AND NOT t.attisdropped AND {kinds} AND {user_schemas}
ORDER BY n.nspname, c.relname, t.attname, g.grantee
"""


def query_of(catalogue: str, version: int) -> str:
    """The SQL query of a catalogue, for a `server_version_num`."""
    options = _MEMBER_OPTIONS if version >= OPTIONS_OF_MEMBERS else ""
    texts = {
        SERVER: _SERVER,
        ROLES: _ROLES,
        MEMBERS: _MEMBERS.format(options=options),
        DATABASES: _DATABASES,
        SCHEMAS: _SCHEMAS.format(grantees=_grantees("n.nspacl", "'n', n.nspowner"), user_schemas=_USER_SCHEMAS),
        RELATIONS: _RELATIONS.format(
            grantees=_grantees("c.relacl", "'r', c.relowner"), kinds=_KINDS, user_schemas=_USER_SCHEMAS
        ),
        COLUMNS: _COLUMNS.format(grantees=_GRANTEES.format(acl="t.attacl"), kinds=_KINDS, user_schemas=_USER_SCHEMAS),
    }
    return texts[catalogue]


def _grantees(acl: str, default: str) -> str:
    return _GRANTEES.format(acl=f"coalesce({acl}, acldefault({default}))")


def export_script() -> str:
    """A script for psql that writes the tables of one database, as files of the connector's names, into its folder."""
    lines = [
        "-- Writes what Remit reads of one database, as any role that may CONNECT. In a new folder postgres/INSTANCE/DATABASE:",
        "--   psql -X -v ON_ERROR_STOP=1 -f postgres-export.sql 'host=... dbname=DATABASE'",
        "-- Then: remit load postgres/",
    ]
    for catalogue in (ROLES, MEMBERS, DATABASES, *OWN):
        query = query_of(catalogue, 0).strip()
        lines += ["", f"\\o {catalogue}.csv", f"COPY (\n{query}\n) TO STDOUT WITH (FORMAT csv, HEADER);"]
    return "\n".join([*lines, "\\o", ""])
