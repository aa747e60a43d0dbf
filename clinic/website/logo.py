"""The clinic's logo as it stands beside its name: how large, and where it comes from."""

from dataclasses import dataclass

from clinic.site_settings import pictures
from clinic.site_settings.models import ClinicProfile

_HIGH, _WIDEST = 2.25, 9.0


@dataclass(frozen=True)
class Logo:
    """A picture and the box it is drawn in, in rem."""

    address: str
    width: float
    height: float

    @classmethod
    def of(cls, profile: ClinicProfile) -> "Logo | None":
        """Return the clinic's logo in a box of its own shape; None where there is none."""
        picture = pictures.kept(profile.logo)
        if picture is None:
            return None
        width = _HIGH * picture.width / picture.height
        shrink = min(1, _WIDEST / width)
        return cls(picture.address, width=round(width * shrink, 3), height=round(_HIGH * shrink, 3))
