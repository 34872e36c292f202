"""Node kinds: one declaration each, from which schemas, docs, indexes and enums derive."""

from __future__ import annotations

from graph.ontology.core import NodeKind, Property

_APPROVAL = Property("approval", "choice", "our own label, not enforcement", ("approved", "unreviewed", "blocked"))
_CREATED_BY = Property("created_by", "text", "the id of the account or person that made it, where its system says")
_SERVING = Property(
    "status",
    "choice",
    "disabled: a catalogue, gateway or vendor says it is switched off",
    ("active", "disabled", "unknown"),
)

_KINDS = (
    NodeKind(
        "Identity",
        "who is or must be held to account",
        (
            Property("type", "choice", "what sort of being it is", ("human", "service", "agent")),
            Property("status", "choice", "as the directory says", ("active", "suspended", "departed", "unknown")),
            Property("emails", "texts", "verified addresses, aliases of the directory included"),
            Property("subject", "text", "the identity provider's own subject for it"),
            Property("external_id", "text", "its id in the system that feeds the directory"),
            Property("department", "text", "where it works"),
            Property("cost_center", "text", "who pays for it"),
            Property("departed_at", "moment", "when it left, if the source says so"),
            Property("title", "text", "its job"),
        ),
        principal=True,
    ),
    NodeKind(
        "Group",
        "a set of principals",
        (
            Property(
                "type",
                "choice",
                "what the set is for",
                ("team", "directory_group", "role", "project", "workspace", "cost_center", "organization"),
            ),
            Property(
                "members",
                "choice",
                "who is a member beside those listed: everybody with an address in `domains`, everybody who signs in, "
                "anybody",
                ("domain", "signed_in", "public"),
            ),
            Property("domains", "texts", "the domains of the addresses whose owners are members"),
            Property("emails", "texts", "its addresses in the directory, by which other systems name it"),
        ),
    ),
    NodeKind(
        "Account",
        "an identity's presence in one system",
        (
            Property("status", "choice", "as its system says", ("active", "suspended", "deleted", "unknown")),
            Property("managed", "choice", "whether the company's directory governs it", ("yes", "no", "unknown")),
            Property("email", "text", "the address its system knows"),
            Property("subject", "text", "the identity provider's subject it signs in with"),
            Property("role", "text", "its role in its system"),
            Property("created_at", "moment", "when it was made"),
            _CREATED_BY,
            Property("last_active_at", "moment", "when it was last seen active"),
        ),
        principal=True,
    ),
    NodeKind(
        "Credential",
        "an API key, OAuth grant, token or secret in a configuration; never the secret itself",
        (
            Property("type", "text", "what sort of credential it is"),
            Property("status", "choice", "as its system says", ("active", "revoked", "expired", "unknown")),
            Property("created_at", "moment", "when it was made"),
            _CREATED_BY,
            Property("last_used_at", "moment", "when it was last used"),
            Property("expires_at", "moment", "from when on it is expired, whatever the status says"),
            Property("hint", "text", "enough to recognise it, too little to use it"),
            Property("literal", "flag", "true: the secret itself stands in a configuration; false: only a reference"),
            Property("fingerprint", "text", "a salted, keyed fingerprint of the secret"),
            Property(
                "hash_fingerprint",
                "text",
                "a salted, keyed fingerprint of the secret's SHA-256, which is all that some gateways list of a key",
            ),
        ),
        principal=True,
    ),
    NodeKind(
        "Application",
        "an AI tool or SaaS tenant: a Cursor team, an OpenAI organisation",
        (
            Property("vendor", "text", "who sells it"),
            Property("external_id", "text", "the vendor's own id of the organisation, as its bills name it"),
            _APPROVAL,
            _SERVING,
        ),
    ),
    NodeKind(
        "Model",
        "a model, as provider/model",
        (Property("provider", "text", "who serves it"), Property("family", "text", "which line it belongs to")),
    ),
    NodeKind(
        "McpServer",
        "one MCP server: a remote one per canonical URL, a local one per configuration that starts it",
        (
            Property("transport", "text", "stdio, http, sse, ws or what the configuration says"),
            Property("url", "text", "its canonical address, without secrets"),
            Property("package", "text", "what a local one runs: npm:@scope/name, pypi:name, oci:image, cmd:alias"),
            Property("version", "text", "the version a configuration pins"),
            _CREATED_BY,
            Property("logins", "texts", "the database logins in its configuration, as role@system/host:port/database"),
            Property(
                "name_only", "flag", "true: seen by its local name alone; resolved through the user's own configuration"
            ),
            _APPROVAL,
            _SERVING,
        ),
        principal=True,
    ),
    NodeKind(
        "McpTool",
        "a tool that an MCP server exposes",
        (
            Property("read_only", "flag", "the tool says it changes nothing"),
            Property("destructive", "flag", "the tool says it may destroy"),
            Property("open_world", "flag", "the tool says it talks to the outside"),
            Property("name_only", "flag", "true: seen by name alone"),
        ),
    ),
    NodeKind(
        "DataSource",
        "a database, schema, table, repository, bucket, SaaS object or file tree",
        (
            Property("type", "text", "what sort of container of data it is"),
            Property(
                "sensitivity",
                "choice",
                "how much harm its loss does; inherited from the nearest labelled container",
                ("public", "internal", "confidential", "restricted", "unknown"),
            ),
            Property("tags", "texts", "labels of its system"),
        ),
    ),
)

NODE_KINDS: dict[str, NodeKind] = {kind.name: kind for kind in _KINDS}

# A kind's code in arrays is its position in the declaration.
NODE_CODES: dict[str, int] = {name: code for code, name in enumerate(NODE_KINDS)}
NODE_NAMES: tuple[str, ...] = tuple(NODE_KINDS)
