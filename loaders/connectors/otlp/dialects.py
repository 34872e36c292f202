"""Dialects of spans: which attributes of which instrumentation mean the same, and what kind of work a span tells of.

Tables, read from the front: the first attribute that a span has counts. Names come from the conventions and from the source text of
the instrumentations: OpenTelemetry's GenAI conventions (1.27 to 1.41, and the repository that followed them), OpenInference,
OpenLLMetry (Traceloop), LiteLLM, pydantic-ai, Vercel's AI SDK. Those below a line `unconfirmed` were seen in what others
read or write, not in an instrumentation itself.
"""

from __future__ import annotations

from collections.abc import Mapping

# The role of a span. Inferences with and without tokens have different roles: the second is the first plus one.
GENERATION, GENERATION_NO_TOKENS, EMBEDDING, EMBEDDING_NO_TOKENS, CLIENT, EXECUTE, SERVER, LINK, AGENT = range(9)
CALLS = (CLIENT, EXECUTE, SERVER)

METHOD = "mcp.method.name"

INPUT = (
    "gen_ai.usage.input_tokens",
    "gen_ai.usage.prompt_tokens",
    "llm.token_count.prompt",
    "ai.usage.inputTokens",
    "ai.usage.promptTokens",
    "ai.usage.tokens",
    # unconfirmed
    "llm.usage.prompt_tokens",
)
OUTPUT = (
    "gen_ai.usage.output_tokens",
    "gen_ai.usage.completion_tokens",
    "llm.token_count.completion",
    "ai.usage.outputTokens",
    "ai.usage.completionTokens",
    # unconfirmed
    "llm.usage.completion_tokens",
)
CACHE_READ = (
    "gen_ai.usage.cache_read.input_tokens",
    "gen_ai.usage.cache_read_input_tokens",
    "gen_ai.usage.details.cache_read_tokens",
    "llm.token_count.prompt_details.cache_read",
    "ai.usage.inputTokenDetails.cacheReadTokens",
    "ai.usage.cachedInputTokens",
    # unconfirmed
    "gen_ai.usage.cache_read_tokens",
    "gen_ai.usage.cached_input_tokens",
    "gen_ai.usage.input_tokens.cached",
    "gen_ai.usage.details.cache_read_input_tokens",
    "llm.usage.cache_read_input_tokens",
)
CACHE_WRITE = (
    "gen_ai.usage.cache_creation.input_tokens",
    "gen_ai.usage.cache_write.input_tokens",
    "gen_ai.usage.cache_creation_input_tokens",
    "gen_ai.usage.cache_write_input_tokens",
    "gen_ai.usage.details.cache_write_tokens",
    "llm.token_count.prompt_details.cache_write",
    "ai.usage.inputTokenDetails.cacheWriteTokens",
    # unconfirmed
    "gen_ai.usage.cache_write_tokens",
    "gen_ai.usage.cache_creation_tokens",
    "gen_ai.usage.details.cache_creation_input_tokens",
    "llm.usage.cache_creation_input_tokens",
)
REASONING = (
    "gen_ai.usage.reasoning.output_tokens",
    "gen_ai.usage.reasoning_tokens",
    "gen_ai.usage.details.reasoning_tokens",
    "llm.token_count.completion_details.reasoning",
    "llm.usage.reasoning_tokens",
    "ai.usage.outputTokenDetails.reasoningTokens",
    "ai.usage.reasoningTokens",
    # unconfirmed
    "gen_ai.usage.reasoning_output_tokens",
)
MODELS = (
    "gen_ai.response.model",
    "gen_ai.request.model",
    "llm.response.model_name",
    "llm.model_name",
    "llm.request.model_name",
    "embedding.model_name",
    "ai.response.model",
    "ai.model.id",
)
PROVIDERS = ("gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system", "ai.model.provider")
RESPONSE_IDS = ("gen_ai.response.id", "ai.response.id")
# An email wherever it stands, else the first of these; `user.name` identifies somebody only if it is an email.
NAMES_ONLY = "user.name"
PEOPLE = (
    "user.email",
    "user.id",
    "enduser.id",
    NAMES_ONLY,
    "enduser.pseudo.id",
    "metadata.user_api_key_user_email",
    "litellm.metadata.user_api_key_user_email",
    "metadata.user_api_key_user_id",
    "litellm.metadata.user_api_key_user_id",
    "ai.telemetry.metadata.userId",
    "traceloop.association.properties.user_id",
    # unconfirmed
    "langfuse.user.id",
    "traceloop.association.properties.user_email",
)
# What a proxy writes for its own administrator, and for nobody.
NOBODY = frozenset({"default_user_id", "None"})
AGENTS = ("gen_ai.agent.id", "gen_ai.agent.name", "agent.name")
TOOLS = ("gen_ai.tool.name", "mcp.tool.name", "tool.name", "ai.toolCall.name", "traceloop.entity.name")
TOOL_CALLS = ("gen_ai.tool.call.id", "ai.toolCall.id")
SERVERS, ADDRESS, PORT, SERVICE = "mcp.server.name", "server.address", "server.port", "service.name"

# By the attribute that says what a span is, its values (lower-cased) and their roles. LiteLLM writes the function that was called.
_GENERATION = ("chat", "completion", "generate_content", "text_completion")
_LITELLM = (
    *("acompletion", "atext_completion", "responses", "aresponses", "anthropic_messages", "aanthropic_messages"),
    *("agenerate_content", "generate_content_stream", "agenerate_content_stream"),
)
_EMBEDDING = ("embedding", "embeddings", "aembedding")
_OPERATION: Mapping[str, int] = {
    **dict.fromkeys((*_GENERATION, *_LITELLM), GENERATION),
    **dict.fromkeys(_EMBEDDING, EMBEDDING),
    "execute_tool": EXECUTE,
    "invoke_agent": AGENT,
    "create_agent": AGENT,
    "invoke_workflow": AGENT,
}
_VERCEL = ("generatetext", "streamtext", "generateobject", "streamobject")
ROLES: Mapping[str, Mapping[str, int]] = {
    "gen_ai.operation.name": _OPERATION,
    "openinference.span.kind": {"llm": GENERATION, "embedding": EMBEDDING, "tool": EXECUTE, "agent": AGENT},
    "ai.operationId": {
        # The outer span repeats the tokens of the calls in it, and counts only where these are missing.
        **{f"ai.{name}{call}": GENERATION for name in _VERCEL for call in ("", ".dogenerate", ".dostream")},
        **{f"ai.{name}{call}": EMBEDDING for name in ("embed", "embedmany") for call in ("", ".doembed")},
        "ai.toolcall": EXECUTE,
    },
    "llm.request.type": _OPERATION,
    "traceloop.span.kind": {"tool": EXECUTE, "agent": AGENT},
}

# What becomes the name or the id of a node.
NAMES = frozenset((SERVICE, SERVERS, ADDRESS, *MODELS, *PROVIDERS, *PEOPLE, *AGENTS, *TOOLS))
WANTED = frozenset(
    {
        *(METHOD, SERVERS, ADDRESS, PORT, SERVICE),
        *(*INPUT, *OUTPUT, *CACHE_READ, *CACHE_WRITE, *REASONING),
        *(*MODELS, *PROVIDERS, *RESPONSE_IDS, *PEOPLE, *AGENTS, *TOOLS, *TOOL_CALLS, *ROLES),
    }
)
