"""Any table of grants: CSV or Parquet files of a system without a connector, read by a mapping file that stands beside them.

The mapping is `grants.yaml`, `grants.toml` or `grants.json` (or `NAME.grants.yaml` and so on), in the folder of the tables or
in one above it within what is loaded. It says which files it is about and what their columns mean:

```yaml
grants:
  source: erp:harbor                     # the run's source; without it grants:<folder>
  complete: true                         # the files list every grant there is: what they no longer list has ended
  files:
    - pattern: "rights-*.csv"            # below the mapping's folder; ** stands for any folders
      constants: {system: erp}           # columns that every row has
      when: {active: "yes"}              # only rows with these cells
      principal: "Account:{system}/{login:lower}"
      principal_name: "{full name}"
      email: "{mail}"
      status: "{state}"
      statuses: {on: active, locked: suspended}
      data_source: "DataSource:{system}/harbor/{module}"
      data_source_name: "{module title}"
      data_source_type: module
      sensitivity: "{class}"
      container: "DataSource:{system}/harbor"
      permission: "{right}"
      permissions: {display: READ, change: WRITE, manage: ADMIN}
      separator: "+"                     # a cell may hold several words: display+change
      since: "{granted on}"
      until: "{revoked on}"
      dates: "%d.%m.%Y"                  # without it ISO 8601
      evidence: "{right}, granted by {grantor}"
    - pattern: members.csv
      principal: "Account:erp/{login:lower}"
      member_of: "Group:erp/{role}"
```

A template names columns in braces; `:lower` and `:upper` change their case, `{{` and `}}` are braces. A file needs a
`pattern`, a `principal` and either a `data_source` with a `permission` or a group in `member_of`; all else may be left out.
`permissions` and `statuses` map a cell's words, whose case does not count, to Remit's; a word that is not there is refused,
and so is a row whose id lacks a cell. `complete` may also list kinds: then it vouches for nodes, too. Only a load of all the
files that the mapping names is complete, and only if no row is refused. Every error names file, line, column and remedy.
"""

from loaders.connectors.grants.normalize import normalize
from loaders.connectors.grants.recognize import recognize

__all__ = ["normalize", "recognize"]
