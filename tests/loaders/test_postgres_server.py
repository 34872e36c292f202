"""The tests have a real PostgreSQL: which one, that it never stays behind, and how it is reached over TLS."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

import tests.servers.postgres as servers
from graph.moment import read_moment
from graph.reason import Reason
from loaders.base import Secret
from loaders.connectors import postgres
from loaders.live.http import FetchContext, RetryPolicy
from tests.servers.choice import cannot_run
from tests.servers.jars import Unavailable
from tests.servers.postgres import PostgresServer, launched, programs, server_for_tests

ROOT = Path(__file__).parents[2]
NOBODY = "tcp://127.0.0.1:1"


@pytest.fixture
def nothing_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No server given, no Docker, no programs."""
    monkeypatch.delenv("REMIT_TEST_POSTGRES_URI", raising=False)
    monkeypatch.delenv("REMIT_REQUIRE_ALL", raising=False)
    monkeypatch.setenv("DOCKER_HOST", NOBODY)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(servers, "PLACES", ())
    monkeypatch.setattr(servers, "PACKAGES", ())


def test_without_a_server_the_test_is_skipped_and_says_why(nothing_here: None) -> None:
    with pytest.raises(
        pytest.skip.Exception, match=r"REMIT_TEST_POSTGRES_URI names none; .*apt-get install postgresql"
    ):
        server_for_tests()


def test_where_every_test_is_required_it_fails(nothing_here: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMIT_REQUIRE_ALL", "1")
    with pytest.raises(pytest.fail.Exception, match="no PostgreSQL"):
        server_for_tests()


def test_a_given_server_goes_before_all_others(
    postgres_server: servers.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = postgres_server.address
    monkeypatch.setenv("REMIT_TEST_POSTGRES_URI", f"postgresql://{told.user}:{told.password}@{told.host}:{told.port}")
    found = launched()
    assert found.address == told
    found.close()
    with told.connect() as connection:
        connection.execute("CREATE ROLE server_weak LOGIN PASSWORD 'x'")
        try:
            monkeypatch.setenv("REMIT_TEST_POSTGRES_URI", f"postgresql://server_weak:x@{told.host}:{told.port}")
            with pytest.raises(RuntimeError, match="no superuser"):
                launched()
        finally:
            connection.execute("DROP ROLE server_weak")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes where Linux shows them")
def test_a_server_does_not_outlive_a_parent_that_is_killed() -> None:
    try:
        programs()
    except Unavailable as reason:
        cannot_run(reason)
    code = (
        "import os, signal; from tests.servers.postgres import PostgresServer\n"
        "server = PostgresServer().start()\n"
        "print(server.folder, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        check=False,
    )
    folder = Path(done.stdout.decode().strip())
    assert folder.name.startswith("remit-pg-")
    until = time.monotonic() + 20
    while (folder.exists() or named_by_processes(folder)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not folder.exists()
    assert named_by_processes(folder) == []


def named_by_processes(folder: Path) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes()
        except OSError:
            continue
        if str(folder).encode() in words:
            found.append(path.parent.name)
    return found


@pytest.fixture(scope="module")
def tls_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PostgresServer, Path]]:
    """A server of our own with a certificate for localhost, and the file of the authority that signed it: itself.

    It lets `tls_only` in over TLS alone.
    """
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = certify(folder)
    try:
        server = PostgresServer({"ssl": "on", "ssl_cert_file": "'cert.pem'", "ssl_key_file": "'key.pem'"})
    except Unavailable as reason:
        cannot_run(reason)
    server.before_start = lambda data: prepare(server, data, certificate, key)
    with server:
        with server.address.connect() as connection:
            connection.execute("CREATE ROLE tls_only LOGIN PASSWORD 'x'")
        yield server, certificate


def prepare(server: PostgresServer, data: Path, certificate: Path, key: Path) -> None:
    for source, name in ((certificate, "cert.pem"), (key, "key.pem")):
        server.put(data / name, source.read_text())
    rules = (data / "pg_hba.conf").read_text()
    server.put(data / "pg_hba.conf", f"hostssl all tls_only all scram-sha-256\nhost all tls_only all reject\n{rules}")


def certify(folder: Path) -> tuple[Path, Path]:
    """The files of a certificate for localhost that signs itself, and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(built.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return folder / "cert.pem", folder / "key.pem"


def failure(server: PostgresServer, **terms: str) -> Reason | None:
    """Why a server cannot be read, or None; signed in as `tls_only`, as far as `terms` say nothing else."""
    config = postgres.Config(
        **{"instance": "prod", "host": "localhost", "user": "tls_only", "password": Secret("x"), **terms},  # type: ignore[arg-type]
        port=server.address.port,
        databases=("postgres",),
    )
    pages = list(
        postgres.fetch(config, FetchContext(read_moment("2026-11-20"), retry_policy=RetryPolicy(max_attempts=1)), None)
    )
    return pages[0].failure


def test_unless_told_otherwise_the_certificate_must_be_known(tls_server: tuple[PostgresServer, Path]) -> None:
    server, certificate = tls_server
    refused = failure(server)
    assert refused is not None
    assert "certificate verify failed" in refused.detail
    assert "Check the setting sslrootcert and sslmode" in refused.detail
    assert failure(server, sslrootcert=str(certificate)) is None
    assert failure(server, sslmode="require") is None


def test_the_name_on_the_certificate_must_be_the_server_s(tls_server: tuple[PostgresServer, Path]) -> None:
    server, certificate = tls_server
    refused = failure(server, sslrootcert=str(certificate), host="127.0.0.1")
    assert refused is not None
    assert "does not match host name" in refused.detail
    assert "Check the setting sslrootcert and sslmode" in refused.detail
    assert failure(server, sslrootcert=str(certificate), host="127.0.0.1", sslmode="verify-ca") is None


def test_a_file_of_authorities_that_is_not_there_is_named(
    tls_server: tuple[PostgresServer, Path], tmp_path: Path
) -> None:
    refused = failure(tls_server[0], sslrootcert=str(tmp_path / "none.pem"))
    assert refused is not None
    assert "Check the setting sslrootcert" in refused.detail


def test_a_server_that_wants_tls_says_so(tls_server: tuple[PostgresServer, Path]) -> None:
    refused = failure(tls_server[0], sslmode="disable")
    assert refused is not None
    assert "no encryption" in refused.detail
    assert "Check the setting sslmode" in refused.detail
    assert refused.code == "UNAUTHORIZED"


def test_a_socket_in_a_folder_is_a_server_on_this_machine(tls_server: tuple[PostgresServer, Path]) -> None:
    assert (
        failure(
            tls_server[0],
            host=str(tls_server[0].folder),
            user="postgres",
            password=Secret(tls_server[0].address.password),
        )
        is None
    )
