"""The ground under every test: fences, databases, the cast, the clock, and healthy answers."""

import gc
import os

import hypothesis

pytest_plugins = (
    "tests.support.fences",
    "tests.support.databases",
    "tests.support.handlers",
    "tests.support.times",  # before the cast, which lives by it
    "tests.support.cast",
    "tests.support.queries",
    "tests.support.answers",
    "tests.support.progress",
    "tests.support.mutmut",
)

# The same examples each time: nothing lands or fails by luck. The battery looks for new ones.
hypothesis.settings.register_profile("suite", max_examples=25, deadline=None, derandomize=True)
hypothesis.settings.register_profile("battery", max_examples=3000, deadline=None, print_blob=True)
hypothesis.settings.load_profile("battery" if os.environ.get("CLINIC_BATTERY") == "full" else "suite")


def pytest_collection_finish() -> None:
    """Ten thousand tests are not looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
