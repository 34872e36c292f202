"""OpenFGA: stores of relationship tuples, with the model that says what they imply.

Give the store file (`model` or `model_file`, `tuples` or `tuple_file`), or a list of tuples with its model beside it
(`model.fga`, the JSON of the API, or modules with or without their `fga.mod`). A user is an Account, and so is an object that
a tuple names as one (`application:1` as reader); a set of users (`team:core#member`, `user:*`) is a Group, an object with a
relation that permits something a DataSource. `user:*` is every user that this store's tuples name, and nobody of another
system. owner and admin mean ADMIN, writer, editor and `can_write` WRITE,
reader, viewer and `can_read` READ; a relation whose name says nothing grants nothing. Tuples that feed no rule are listed in
the run's reasons, which is then PARTIAL.
`and`, `but not` and conditions are not evaluated: whoever may be let in counts as let in, and the run says so. Without a
model only what the tuples say themselves is known, and nothing is retired.
"""

from loaders.connectors.openfga.normalize import normalize, recognize

__all__ = ["normalize", "recognize"]
