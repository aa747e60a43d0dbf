"""A command in a pipe ends without a word when its reader goes away, or on Ctrl-C."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import OutputWrapper

STOPPED_BY_CTRL_C = 130


@contextmanager
def ending_quietly(stdout: OutputWrapper) -> Iterator[None]:
    """Flush at the end; on a closed pipe or Ctrl-C leave without a traceback."""
    try:
        yield
        stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
    except KeyboardInterrupt:
        _let_go_of_stdout()
        sys.exit(STOPPED_BY_CTRL_C)


def _let_go_of_stdout() -> None:
    """What is still in the buffer goes nowhere: Python would complain about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
