"""gunicorn's settings, for the demo and for production: gunicorn -c python:clinic.server clinic.wsgi

Two sync workers: a request here is short, and at eight clients threads answer two to seven times later (p95).
WEB_CONCURRENCY, gunicorn's own variable, asks for more of them.
"""

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent

bind = os.environ.get("BIND", "127.0.0.1:8000").split(",")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "sync"
timeout = 30
graceful_timeout = 20
# No second door: newer gunicorns listen on a control socket unless told not to; older ones skip the line.
control_socket_disable = True
# Addresses hold references of patients: who asked for what is the visitors' book's business, not a log's.
accesslog = None
errorlog = "-"
loglevel = "warning"
# A worker's heartbeat is a file: kept in memory, where a slow disk cannot make a healthy worker look dead.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  (memory, not a shared folder)


def on_starting(master: Any) -> None:
    """End with exit code 1 and a sentence for each reason not to start, before anything is forked.

    Asked in a process of its own: what the master has loaded, its workers would keep over a reload. The demo has just
    migrated, and another application than the clinic's (a benchmark's) says for itself what it needs.
    """
    environment = {"CLINIC_MODE": "production", **os.environ}
    if environment["CLINIC_MODE"] == "demo" or master.app.app_uri != "clinic.wsgi":
        return
    check = [sys.executable, "manage.py", "start_check"]
    if subprocess.run(check, cwd=FOLDER, env=environment, stdin=subprocess.DEVNULL).returncode:  # noqa: S603  (ours)
        sys.exit(1)


def post_worker_init(worker: Any) -> None:
    """Let the worker learn the clinic's phone number, which stands on its error pages, before its first page.

    And take what is loaded now out of the garbage collector's rounds: it stays as long as the worker does.
    """
    if worker.app.app_uri == "clinic.wsgi":
        from clinic.website import context  # Django is set up only now

        context.learn()
    gc.collect()
    gc.freeze()
