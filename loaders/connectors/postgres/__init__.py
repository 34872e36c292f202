"""PostgreSQL: the roles of a server, its databases and tables, and who may read and write which, live or from saved tables.

Live, it signs in as a role that needs nothing but LOGIN and, for each database, CONNECT: what is read are catalogues that
everybody may read, each database as of one moment. A database that cannot be entered makes the run PARTIAL, and nothing is
retired; name those to read in `databases` where some are nobody's.

Files lie at `postgres/<instance>/<database>/...`, as CSV or Parquet: `roles` (of pg_roles), `role_members` and `databases`, of
the whole server, in any of its folders; `relation_acl`, `schema_acl` and `column_acl` (what aclexplode makes of relacl, nspacl
and attacl, or of acldefault where they are NULL) of a database; or `role_table_grants` of the information_schema, which shows
what its reader may see and so proves nothing. `psql -f docs/postgres-export.sql` writes all six with their columns. Tables and grants are vouched for when all of the others are there.

A role has a table when it has, by itself or by inheritance, a privilege on it or on a column, and USAGE of its schema; its
members have what it has. SELECT is READ; INSERT, UPDATE, DELETE and TRUNCATE are WRITE; owner and superuser are ADMIN. Not told:
who may CONNECT, what CREATEROLE could grant itself, what REFERENCES and TRIGGER allow, which tables a view reads as its
owner, functions that run as theirs, row security.
"""

from loaders.connectors.postgres.config import Config
from loaders.connectors.postgres.fetch import fetch
from loaders.connectors.postgres.normalize import normalize
from loaders.connectors.postgres.recognize import recognize
from loaders.connectors.postgres.system_catalogs import export_script

__all__ = ["Config", "export_script", "fetch", "normalize", "recognize"]
