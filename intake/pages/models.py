"""Where Django looks for the models of the pages."""

from intake.pages.tablet.models import HandOver

__all__ = ["HandOver"]
