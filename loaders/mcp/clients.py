"""Files of MCP clients, by the ends of their paths."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClientFiles:
    """The files of one client, as the ends of their paths. `distinctive`: such a file can be nothing else."""

    name: str
    paths: tuple[str, ...]
    distinctive: bool = True


# The first match wins: a folder's name says more than a file's.
CLIENTS: tuple[ClientFiles, ...] = (
    ClientFiles("claude-desktop", ("claude_desktop_config.json",)),
    ClientFiles("claude-code", (".mcp.json", ".claude.json", "managed-mcp.json")),
    ClientFiles(
        "claude-code", (".claude/settings.json", ".claude/settings.local.json", "plugin.json"), distinctive=False
    ),
    ClientFiles("antigravity", ("antigravity/mcp_config.json",)),
    ClientFiles("windsurf", ("windsurf/mcp_config.json", ".codeium/mcp_config.json")),
    ClientFiles("cursor", (".cursor/mcp.json",)),
    ClientFiles("copilot-cli", (".copilot/mcp-config.json", "mcp-config.json")),
    ClientFiles("vscode", (".vscode/mcp.json", "user/mcp.json")),
    ClientFiles("vscode", (".vscode/settings.json", "user/settings.json"), distinctive=False),
    ClientFiles("codex", (".codex/config.toml", "codex/config.toml"), distinctive=False),
    ClientFiles("gemini-cli", (".gemini/settings.json",), distinctive=False),
    ClientFiles("opencode", ("opencode.json", "opencode.jsonc"), distinctive=False),
    ClientFiles("zed", (".zed/settings.json", "zed/settings.json"), distinctive=False),
    ClientFiles("cline", ("cline_mcp_settings.json",)),
    ClientFiles("roo", (".roo/mcp.json", "mcp_settings.json")),
    ClientFiles("kiro", (".kiro/settings/mcp.json",)),
    ClientFiles("amazonq", ("amazonq/mcp.json", "amazonq/default.json")),
    ClientFiles("windsurf", ("mcp_config.json",)),
    ClientFiles("librechat", ("librechat.yaml", "librechat.yml"), distinctive=False),
    ClientFiles("continue", (".continue/config.yaml",), distinctive=False),
)

# The ends by which a file is a configuration of servers whatever it holds.
DISTINCTIVE_PATHS: tuple[str, ...] = tuple(path for client in CLIENTS if client.distinctive for path in client.paths)
