"""Pictures, as records show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from iclei_portal.confirmation import Sourced
from iclei_portal.constraints import bilingual_texts
from iclei_portal.pictures.files import name_of, path_of
from iclei_portal.pictures.querysets import PictureQuerySet

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

ALT_MISSING = _("Describe the picture in Japanese, or mark it as decoration.")
ALT_OF_DECORATION = _("A decoration has no description: remove one of the two.")

ON_HOME_ONCE = _(
    "Another picture stands at the top of the home page: take that one away first."
)


class Picture(Sourced):
    """A photo in two sizes, each a JPEG under the SHA-256 of its content.

    The files are never changed: another photo is another picture. `alt` says what
    there is to see; a decoration has none.
    """

    digest = models.CharField(
        _("hash of the file"), max_length=64, unique=True, editable=False
    )
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    print_digest = models.CharField(
        _("hash of the file for print"), max_length=64, db_index=True, editable=False
    )
    print_width = models.PositiveIntegerField(_("width in print"), editable=False)
    print_height = models.PositiveIntegerField(_("height in print"), editable=False)
    decorative = models.BooleanField(
        _("decoration"),
        default=False,
        help_text=_(
            "It says nothing that the text does not say. Screen readers pass over it, "
            "and reports leave it out."
        ),
    )
    alt = models.CharField(
        _("description"),
        max_length=300,
        null=True,
        blank=True,
        help_text=_("What there is to see, for people who do not see the picture."),
    )
    credit = models.CharField(_("credit"), max_length=200, null=True, blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    on_home = models.BooleanField(
        _("shown at the top of the home page"),
        default=False,
        help_text=_("One picture is, or none. Choose a wide one with a calm sky."),
    )

    objects: ClassVar[PictureQuerySet[Picture]] = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]
        constraints = [
            *bilingual_texts("picture", optional=("alt", "credit")),
            models.CheckConstraint(
                condition=Q(decorative=True) | Q(alt_ja__isnull=False),
                name="picture_alt_ja_present",
                violation_error_message=ALT_MISSING,
            ),
            models.CheckConstraint(
                condition=Q(decorative=False)
                | Q(alt_ja__isnull=True, alt_en__isnull=True),
                name="picture_decoration_without_alt",
                violation_error_message=ALT_OF_DECORATION,
            ),
            models.UniqueConstraint(
                fields=["on_home"],
                condition=Q(on_home=True),
                name="picture_on_home_once",
                violation_error_message=ON_HOME_ONCE,
            ),
            *[
                models.CheckConstraint(
                    condition=Q(**{f"{name}__regex": "^[0-9a-f]{64}$"}),
                    name=f"picture_{name}_is_a_hash",
                )
                for name in ("digest", "print_digest")
            ],
        ]

    def __str__(self) -> str:
        return self.alt or gettext("Decoration %(name)s") % {"name": self.digest[:8]}

    def get_absolute_url(self) -> str:
        """Return the address of the size for print, which pages show."""
        return reverse("pictures:file", args=[self.print_digest])

    def clean(self) -> None:
        """Ask for a description, or for none, beside its field."""
        alt_ja, alt_en = getattr(self, "alt_ja"), getattr(self, "alt_en")  # noqa: B009
        if self.decorative and (alt_ja or alt_en):
            raise ValidationError({"decorative": ALT_OF_DECORATION})
        if not self.decorative and not alt_ja:
            raise ValidationError({"alt_ja": ALT_MISSING})

    @property
    def print_name(self) -> str:
        """The name of the file for print."""
        return name_of(self.print_digest)

    @property
    def is_on_disk(self) -> bool:
        """Tell whether both files are where they belong."""
        digests = (self.digest, self.print_digest)
        return all(path_of(digest).is_file() for digest in digests)


def picture_field(
    verbose_name: StrPromise, *, related_name: str
) -> models.ForeignKey[Picture | None, Picture | None]:
    """Return a field of a record that may show a picture."""
    return models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name=related_name,
        verbose_name=verbose_name,
    )
