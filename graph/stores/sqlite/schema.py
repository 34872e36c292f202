"""This file knows the tables of the embedded file: those of the claims, and what the store itself keeps beside them."""

from __future__ import annotations

from graph.stores.sql.schema import TABLES as CLAIMS

VERSION = 1

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE source (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, state TEXT NOT NULL);
CREATE TABLE run (
    n INTEGER PRIMARY KEY, source TEXT NOT NULL, observed_at INTEGER NOT NULL, state TEXT NOT NULL,
    reasons TEXT NOT NULL, counts TEXT NOT NULL
);
CREATE TABLE lease (source TEXT PRIMARY KEY, holder TEXT NOT NULL, process TEXT NOT NULL, until REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE decision (n INTEGER PRIMARY KEY, decision TEXT NOT NULL UNIQUE);
{CLAIMS}
INSERT INTO meta VALUES ('generation', 0);
"""
