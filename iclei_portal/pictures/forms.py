"""The form by which a picture comes in."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext_lazy as _

from iclei_portal.pictures.encoding import Encoded, encode
from iclei_portal.pictures.models import Picture

# Fifteen hexadecimal digits fit the number of a lock.
LOCK_DIGITS = 15


class PictureForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new picture: its file, beside the fields that the admin adds."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "JPEG, PNG or WebP, 50 megapixels at most. Where it was taken and by which "
            "camera is not kept."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def clean_file(self) -> Encoded:
        """Return the file encoded.

        Raises ValidationError, also for a picture that is kept already or that
        another request is about to keep.
        """
        file = self.cleaned_data["file"]
        encoded = encode(file, file.size)
        with connection.cursor() as cursor:
            number = int(encoded.full.digest[:LOCK_DIGITS], 16)
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
        known = Picture.objects.filter(digest=encoded.full.digest).first()
        if known is not None:
            raise ValidationError(
                _("The picture is here already: “%(picture)s”."),
                params={"picture": str(known)},
            )
        return encoded
