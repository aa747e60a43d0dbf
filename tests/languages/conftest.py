"""The furnished house of tests/access."""

from tests.access.conftest import _one_house_for_the_module, furnished, house, quiet  # noqa: F401
