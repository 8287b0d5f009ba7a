"""Forms of the desk on which a report is made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reports.choices import Section, sections_of
from reports.models import AnnualReport, SectionText

LONGEST_REASON = 300


def texts_of(text: SectionText) -> tuple[str, str]:
    """Return both languages of a section's text, empty where there is none."""
    return tuple(getattr(text, f"text_{code}") or "" for code in ("ja", "en"))  # type: ignore[return-value]


def _mark(text: SectionText) -> str:
    content = "\0".join(texts_of(text))
    return hashlib.sha256(content.encode()).hexdigest()[:16]


class ReopenForm(forms.Form):
    """Why a frozen report is opened again, in both languages."""

    reason_ja = forms.CharField(
        label=_("Reason in Japanese"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"lang": "ja"}),
    )
    reason_en = forms.CharField(
        label=_("Reason in English"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"lang": "en"}),
    )


class SectionTextForm(forms.ModelForm):  # type: ignore[type-arg]
    """The text of one section in both languages, side by side.

    `seen` marks the text that the form was filled with: what somebody else wrote
    meanwhile is never overwritten.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = SectionText
        fields = ("text_ja", "text_en")
        labels = {"text_ja": _("Japanese"), "text_en": _("English")}
        widgets = {
            "text_ja": forms.Textarea(attrs={"rows": 12, "lang": "ja"}),
            "text_en": forms.Textarea(attrs={"rows": 12, "lang": "en"}),
        }

    def __init__(
        self,
        report: AnnualReport,
        section: Section,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        found = SectionText.objects.filter(report=report, section=section).first()
        self.stored = found or SectionText(report=report, section=section)
        self.section = section
        self.now = texts_of(self.stored)
        mark = _mark(self.stored)
        super().__init__(
            data,
            prefix=section.value,
            instance=self.stored,
            initial={"seen": mark},
            empty_permitted=True,
            use_required_attribute=False,
        )
        self.mark = mark

    def clean(self) -> dict[str, Any]:
        """Refuse what would overwrite somebody's newer text."""
        cleaned = super().clean() or {}
        typed = tuple(cleaned.get(name) or "" for name in self.Meta.fields)
        if typed != self.now and cleaned.get("seen") != self.mark:
            raise ValidationError(
                _(
                    "Somebody changed this text meanwhile. It reads now: %(text)s "
                    "Yours is below, and not saved; put the two together."
                ),
                params={"text": " / ".join(text for text in self.now if text)},
            )
        return cleaned

    def is_to_be_saved(self) -> bool:
        """Tell whether it holds a text that differs from the stored one."""
        return bool({"text_ja", "text_en"}.intersection(self.changed_data))


@transaction.atomic
def save_texts(
    report: AnnualReport, chapter: str, data: Mapping[str, Any]
) -> list[SectionTextForm]:
    """Save what was typed for a chapter, all of its texts or none.

    Two people who save at once come one after the other. The forms that are
    returned hold the errors.
    """
    AnnualReport.objects.select_for_update().get(pk=report.pk)
    forms = [SectionTextForm(report, each, data) for each in sections_of(chapter)]
    if all([form.is_valid() for form in forms]):  # noqa: C419 - each shows its errors
        for form in forms:
            if form.is_to_be_saved():
                form.save()
    return forms
