"""Three published articles, invented."""

from datetime import datetime

import pytest

from clinic.accounts.models import User
from education.models import Article
from tests.education.shelf import SHORT, THIRD, WHOLE, shelve


@pytest.fixture
def library(noor: User, now: datetime) -> dict[str, Article]:
    """Three articles on the shelf: one with everything, and two short ones; by slug."""
    told = {"needles-and-the-back": WHOLE, "second-article": SHORT, "third-article": THIRD}
    return shelve(told, by=noor, at=now)
