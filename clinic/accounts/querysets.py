"""What someone at work would ask about people."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower

from clinic.accounts.role_names import PRACTITIONER
from clinic.accounts.spelling import can_be
from clinic.characters import clean_ascii, fold

if TYPE_CHECKING:
    from clinic.accounts.models import Difference, Invitation, Patient, Practitioner, User  # noqa: F401  (names in the generic bases)


def normal_email(address: str) -> str:
    """Return the one form in which an address is stored and looked up: plain signs without invisible marks, in lower
    case.
    """
    return clean_ascii(clean_ascii(address).lower())


class UserQuerySet(QuerySet["User"]):
    """Who can sign in."""

    def active(self) -> Self:
        """Return those who have not left."""
        return self.filter(is_active=True)

    def staff(self) -> Self:
        """Return those who work here."""
        return self.filter(is_staff=True)

    def in_role(self, role: str) -> Self:
        """Return those who hold a role."""
        return self.filter(groups__name=role)

    def by_email(self, address: str) -> Self:
        """Return the one user of an address, in whatever case or width it was typed, or nobody."""
        return self.filter(email=normal_email(address))


class PractitionerQuerySet(QuerySet["Practitioner"]):
    """Who treats, or did. Everybody asks here whether somebody still does: they have neither left nor another role."""

    def with_work(self) -> Self:
        """Say of each in `works_here` whether they treat here now."""
        return self.annotate(works_here=_works_here())

    def working(self) -> Self:
        """Return those who treat here now."""
        return self.filter(_works_here())


def _works_here() -> Exists:
    from clinic.accounts.models import User

    able = User.objects.staff().active().in_role(PRACTITIONER)
    return Exists(able.filter(pk=OuterRef("user_id")).order_by())


class PatientQuerySet(QuerySet["Patient"]):
    """Who is treated."""

    def on_mailbox(self, user: "User") -> Self:
        """Return every patient whom the reader of this mailbox may act for."""
        return self.filter(user=user.pk) if not user.is_staff else self.none()

    def reached_at(self, email: str) -> Self:
        """Return everybody who signs in with an address, or with whom it is written down; nobody for none."""
        address = normal_email(email)
        if not address:
            return self.none()
        return self.alias(low=Lower("email")).filter(Q(user__email=address) | Q(low=address))

    def who_can_be(self, name: str, *, born: date) -> "list[Patient]":
        """Return people of this birth date whose name can be this one, an equal spelling before all others.

        One of them is the person; two are for the desk to tell apart.
        """
        likely = [
            patient
            for patient in self.filter(date_of_birth=born)
            if can_be(name, patient.full_name, patient.preferred_name)
        ]
        equal = [patient for patient in likely if patient.folded_name == fold(name)]
        return equal or likely

    def here(self) -> Self:
        """Return those who are patients still: neither moved away, nor deceased, nor asked to stop."""
        return self.filter(ended_why="")

    def linked_with(self, patient: "Patient") -> Self:
        """Return the other records that stand linked with this one."""
        return self.filter(
            Q(links_onward__later=patient, links_onward__undone_at=None)
            | Q(links_back__earlier=patient, links_back__undone_at=None)
        ).distinct()

    def possibly_twice(self, *, since: datetime) -> Self:
        """Return records made since then that look like an older one and that nobody has judged: same birth date and
        a name that sounds alike in one word at least, or same name on the same mailbox with another birth date. Each
        with `twin`, the key of the older record.
        """
        from clinic.accounts.models import LinkedPatient, NameWord, NotOnePerson, Patient

        me, older = OuterRef(OuterRef("pk")), OuterRef("pk")
        like = NameWord.objects.filter(
            patient=older, sound__in=NameWord.objects.filter(patient=OuterRef(me)).values("sound")
        )
        same_day = Q(date_of_birth=OuterRef("date_of_birth")) & Exists(like)
        same_name = Q(user=OuterRef("user"), folded_name=OuterRef("folded_name"))
        twin = (
            Patient.objects.filter(same_day | same_name, pk__lt=OuterRef("pk"))
            .exclude(Exists(LinkedPatient.objects.filter(earlier=older, later=me)))
            .exclude(Exists(NotOnePerson.objects.filter(earlier=older, later=me)))
            .order_by("pk")
        )
        return self.filter(created_at__gte=since).annotate(twin=Subquery(twin.values("pk")[:1])).exclude(twin=None)


class DifferenceQuerySet(QuerySet["Difference"]):
    """What the desk has to ask."""

    def open(self) -> Self:
        """Return what nobody has settled yet, the oldest first, with the person: who is a patient still."""
        return self.filter(seen_at=None, patient__ended_why="").select_related("patient").order_by("found_at", "pk")


class InvitationQuerySet(QuerySet["Invitation"]):
    """Who was asked in."""

    def usable(self, *, at: datetime) -> Self:
        """Return the links that still work."""
        return self.filter(ended_at=None, expires_at__gt=at, user__is_active=True)
