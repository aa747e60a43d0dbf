"""A database as the migrations make it, made once: python -m tests.support.migrated

Walking every migration takes some seconds of a core. Each process of a test run begins with a copy instead: of a
file in var/ on SQLite, of a template on the server on PostgreSQL. Its name tells what it was made of, so that no
copy can be of other migrations.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import django

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("clinic", "intake", "education")
LOCK = 7_236_401  # on PostgreSQL: any number that nobody else takes


def made_of() -> str:
    """Return a mark of all that the tables come from: the migrations, what they call, Django and the packages."""
    digest = hashlib.blake2b(django.__version__.encode(), digest_size=8)
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        digest.update(path.read_bytes())
    for path in sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        if "migrations" in path.parts or path.parent.name == "audit" or path.name.startswith(("refold", "migration")):
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def file() -> Path:
    """Return the migrated SQLite file, made now if nobody made it; whoever comes meanwhile waits for it."""
    wanted = ROOT / "var" / "migrated" / f"{made_of()}.sqlite3"
    wanted.parent.mkdir(parents=True, exist_ok=True)
    with (wanted.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not wanted.exists():
            for earlier in wanted.parent.glob("*.sqlite3*"):
                earlier.unlink()
            begun = wanted.with_suffix(".sqlite3-begun")
            _migrate(f"sqlite:///{begun}")
            begun.rename(wanted)
    return wanted


def template(url: str) -> str:
    """Return the name of the migrated template on the PostgreSQL server at `url`, made now if nobody made it."""
    import psycopg  # a machine without PostgreSQL may lack its library

    name = f"clinic_migrated_{made_of()}"
    begun = f"{name}_begun"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(f"DROP DATABASE IF EXISTS {begun}")
            server.execute(f"CREATE DATABASE {begun}")
            _migrate(urlsplit(url)._replace(path=f"/{begun}").geturl())
            server.execute(f"ALTER DATABASE {begun} RENAME TO {name}")
    return name


def _migrate(url: str) -> None:
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"DATABASE_URL": url}, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"The migrations do not go through:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    print(file())
