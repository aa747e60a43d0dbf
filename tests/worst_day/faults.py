"""What happens to a database on the worst day: it is stopped, frozen, full, or has no connection left.

Each is done to a real PostgreSQL (tests.worst_day.cluster) while a block runs, and is over after it.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psycopg

from tests.worst_day.cluster import NAME, Cluster

# The site's own role: it is no superuser, for whom some connections are kept.
ROLE = "site"
MEGABYTE = 1024 * 1024


def url_of(cluster: Cluster) -> str:
    """Return the address of the clinic's database for the site."""
    return f"postgres://{ROLE}@127.0.0.1:{cluster.port}/{NAME}"


def superuser(cluster: Cluster, database: str = "postgres") -> psycopg.Connection:
    address = f"postgres://postgres@127.0.0.1:{cluster.port}/{database}"
    return psycopg.connect(address, autocommit=True, connect_timeout=5)


def end(cluster: Cluster) -> None:
    """Stop the server, however it stands."""
    with suppress(OSError, ValueError, IndexError):
        cluster.signal(signal.SIGCONT)
    with suppress(subprocess.CalledProcessError):
        cluster.stop()


def cut(cluster: Cluster) -> None:
    """End every connection of the site."""
    with superuser(cluster) as server:
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [ROLE])


@contextmanager
def stopped(cluster: Cluster) -> Iterator[None]:
    cluster.stop()
    try:
        yield
    finally:
        cluster.start()


@contextmanager
def frozen(cluster: Cluster) -> Iterator[None]:
    """No process of the server does anything; the kernel still takes what is sent to it."""
    cluster.signal(signal.SIGSTOP)
    try:
        yield
    finally:
        cluster.signal(signal.SIGCONT)


@contextmanager
def crowded(cluster: Cluster) -> Iterator[None]:
    """Others hold every connection that the server has."""
    with ExitStack() as held:
        cut(cluster)
        with suppress(psycopg.OperationalError):
            while True:
                held.enter_context(psycopg.connect(url_of(cluster), connect_timeout=5))
        yield


@contextmanager
def full(cluster: Cluster) -> Iterator[None]:
    """The disk takes no further page (a small file system of its own: `small_disk`)."""
    filler = cluster.data.parent / "filler"
    with filler.open("wb") as file, suppress(OSError):
        while True:
            file.write(b"x" * 65536)
            file.flush()
    try:
        yield
    finally:
        filler.unlink()


FAULTS = {"stopped": stopped, "frozen": frozen, "crowded": crowded, "full": full}


@contextmanager
def small_disk(folder: Path, *, megabytes: int) -> Iterator[None]:
    """Lay a file system of so many megabytes over a folder while the block runs."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0755", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def may_mount() -> bool:
    """Whether this process may lay a file system over a folder."""
    if os.geteuid() or shutil.which("mount") is None:
        return False
    probe = Path("/tmp") / f"clinic-mount-{os.getpid()}"  # noqa: S108  (a name of our own, gone at once)
    probe.mkdir()
    try:
        with small_disk(probe, megabytes=1):
            return True
    except subprocess.CalledProcessError:
        return False
    finally:
        probe.rmdir()


def renew(cluster: Cluster, *, of: str) -> None:
    """Throw the clinic's database away, whoever uses it, and put a copy of another one in its place."""
    with superuser(cluster) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {NAME} TEMPLATE {of} OWNER {ROLE}")


def wait_for(cluster: Cluster, *, seconds: float = 30) -> None:
    """Wait until the server answers; start it where it gave up."""
    until = time.monotonic() + seconds
    while True:
        try:
            with superuser(cluster, NAME) as server:
                server.execute("SELECT 1")
            return
        except psycopg.OperationalError:
            assert time.monotonic() < until, "The server did not come back."
            time.sleep(0.1)
            if not (cluster.data / "postmaster.pid").exists():
                with suppress(subprocess.CalledProcessError):
                    cluster.start()
