"""What must hold of the command lines that start local MCP servers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.mcp.command_line import parse_command, split_command


@pytest.mark.parametrize(
    ("line", "package", "version"),
    [
        ("npx -y @acme/files-mcp@1.4.0 /srv", "npm:@acme/files-mcp", "1.4.0"),
        ("npx files-mcp@latest", "npm:files-mcp", None),
        ("npx files-mcp@^1.2", "npm:files-mcp", None),
        ("npx -y -p @acme/suite@2 files", "npm:@acme/suite", "2"),
        ("npm exec --package=@acme/suite -- files", "npm:@acme/suite", None),
        ("pnpm dlx files-mcp", "npm:files-mcp", None),
        ("bunx files-mcp", "npm:files-mcp", None),
        ("npx acme/files-mcp#v2", "npm:github:acme/files-mcp", "v2"),
        ("uvx Acme_Files.mcp==1.2", "pypi:acme-files-mcp", "1.2"),
        ("uvx 'files-mcp[extra]@1.2'", "pypi:files-mcp", "1.2"),
        ("uvx --python 3.12 --from acme-suite files", "pypi:acme-suite", None),
        ("uv tool run files-mcp", "pypi:files-mcp", None),
        ("pipx run --spec acme-suite==3 files", "pypi:acme-suite", "3"),
        (
            "uvx --from git+https://ada:EXAMPLE@github.com/acme/m.git@v1 m",
            "pypi:git+https://github.com/acme/m.git",
            "v1",
        ),
        ("docker run -it --rm -e KEY -v /a:/b --name x acme/box-mcp:2 --port 1", "oci:acme/box-mcp", "2"),
        ("podman run docker.io/library/box", "oci:box", None),
        ("docker run -i ghcr.io/acme/box@sha256:" + "a" * 64, "oci:ghcr.io/acme/box", "sha256:" + "a" * 64),
        ("cmd /c npx -y files-mcp", "npm:files-mcp", None),
        ("bash -lc 'KEY=1 exec npx files-mcp'", "npm:files-mcp", None),
        ("env -i KEY=1 npx files-mcp", "npm:files-mcp", None),
        ("op run --env-file=.env -- uvx files-mcp", "pypi:files-mcp", None),
        ("'C:\\Program Files\\nodejs\\npx.cmd' -y files-mcp", "npm:files-mcp", None),
        ("node /opt/node_modules/@acme/files-mcp/dist/index.js", "npm:@acme/files-mcp", None),
        ("deno run -A npm:@acme/files-mcp@1", "npm:@acme/files-mcp", "1"),
        ("npx ./files-mcp", None, None),
        ("uv run python server.py", None, None),
        ("/usr/local/bin/files-mcp stdio", None, None),
        ("docker compose up", None, None),
        ("npx", None, None),
    ],
)
def test_a_launcher_names_its_package(line: str, package: str | None, version: str | None) -> None:
    launch = parse_command(split_command(line))
    assert (launch.package, launch.version) == (package, version)


def test_quotes_that_do_not_match_leave_the_line_whole() -> None:
    assert split_command("npx 'files-mcp") == ("npx 'files-mcp",)


@given(
    st.lists(
        st.sampled_from(
            ["npx", "sh", "-c", "env", "A=1", "docker", "run", "-e", "uvx", "--from", "--", "cmd", "/c", ""]
        )
    )
)
def test_no_command_line_is_too_odd_to_read(words: list[str]) -> None:
    launch = parse_command(words)
    assert launch.package is None or launch.package.partition(":")[0] in ("npm", "pypi", "oci")
