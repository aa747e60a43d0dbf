"""The furnished house of tests/access, for the proofs that send every form of it."""

from tests.access.conftest import _one_house_for_the_module, furnished, house, quiet  # noqa: F401  (fixtures)
