"""Snowflake: users, roles and their hierarchy, grants, databases, schemas and tables of an account, from exported views.

Files lie at `snowflake/<account>/...` (elsewhere the account is called `default`), as CSV, Parquet or JSON, with the
columns of ACCOUNT_USAGE (USERS, ROLES, GRANTS_TO_ROLES, GRANTS_TO_USERS, DATABASES, SCHEMATA, TABLES) or of SHOW (USERS,
ROLES, GRANTS TO ROLE, GRANTS OF ROLE, DATABASES, SCHEMAS, TABLES, USER PROGRAMMATIC ACCESS TOKENS). The run names the
views that it was not given, and vouches only for what those it was given list to the end.

A privilege on a table counts where its holder also has some privilege on its database and schema: at the role itself, at
the lowest roles that inherit both, or at the user whose several roles together have both; one that counts for nobody is
listed in `dormant_grants` of its holder. Approximated, each time to the wider side: secondary roles count as active; the
owner of a database or schema has ADMIN on all that is in it; PUBLIC is held by every user and role; USAGE of a database
that another account shares reads all of it; a privilege or kind of object that no table here knows counts as WRITE and its
evidence says `unmapped`; a revoked grant conveyed from its beginning to its end wherever it was granted. Keys and tokens of
a disabled user are revoked, as nobody can sign in with them. Not covered: what a procedure does with its owner's rights, what
the owner of a role could grant themselves, row and column policies, network policies.
"""

from loaders.connectors.snowflake.normalize import normalize
from loaders.connectors.snowflake.recognize import recognize

__all__ = ["normalize", "recognize"]
