"""What must hold of database logins in MCP configurations."""

from __future__ import annotations

import pytest

from loaders.mcp.dsn import logins_from_env, parse_dsn


@pytest.mark.parametrize(
    ("dsn", "account", "database", "password"),
    [
        ("postgresql://app:p%40ss@DB.acme.example/sales", "postgres/db.acme.example:5432/app", "sales", "p@ss"),
        ("postgres://app@db.acme.example:6432/sales", "postgres/db.acme.example:6432/app", "sales", ""),
        ("postgresql+asyncpg://app:x@db/sales?sslmode=require", "postgres/db:5432/app", "sales", "x"),
        ("postgres://app:a/b@c@db/sales", "postgres/db:5432/app", "sales", "a/b@c"),
        ("jdbc:postgresql://db/sales?user=app&password=x", "postgres/db:5432/app", "sales", "x"),
        ("host=db port=6432 user=app password='x y' dbname=sales", "postgres/db:6432/app", "sales", "x y"),
        ("mysql://app:x@db/sales", "mysql/db:3306/app", "sales", "x"),
        ("mongodb+srv://app:x@cluster.acme.example/sales", "mongodb/cluster.acme.example/app", "sales", "x"),
        ("snowflake://APP:x@acme-eu1/SALES/PUBLIC?warehouse=W", "snowflake/acme-eu1/APP", "SALES", "x"),
        (
            "postgresql://live%20App%2F%C3%A9:x@Db.Acme.example/any",
            "postgres/db.acme.example:5432/live App/é",
            "any",
            "x",
        ),
    ],
)
def test_a_dsn_names_its_account(dsn: str, account: str, database: str, password: str) -> None:
    login = parse_dsn(dsn)
    assert login is not None
    assert (login.account, login.database, str(login.password)) == (f"Account:{account}", database, password)


@pytest.mark.parametrize(
    "dsn", ["postgres://app:x@${DB_HOST}/sales", "postgres://${ROLE}@db/sales", "redis://:x@cache", "postgres:///sales"]
)
def test_a_login_that_is_not_wholly_known_names_no_account(dsn: str) -> None:
    login = parse_dsn(dsn)
    assert login is not None
    assert login.account is None


@pytest.mark.parametrize("text", ["https://mcp.acme.example", "host=db", "ROOT=/srv", "", "user=ada"])
def test_what_is_no_dsn_is_no_login(text: str) -> None:
    assert parse_dsn(text) is None


def test_variables_of_one_database_are_read_together() -> None:
    env = {
        "PGHOST": "db.acme.example",
        "PGUSER": "web",
        "PGPASSWORD": "x",
        "PGDATABASE": "sales",
        "MYSQL_USER": "alone",
    }
    ((names, password, login),) = logins_from_env(env)
    assert (names, password) == ("PGUSER and PGHOST", "PGPASSWORD")
    assert (login.account, login.database) == ("Account:postgres/db.acme.example:5432/web", "sales")
