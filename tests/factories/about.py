"""Records of the about app."""

from datetime import date

from factory.declarations import Sequence
from factory.django import DjangoModelFactory

from iclei_portal.about.choices import DocumentKind, StatementKind
from iclei_portal.about.models import DatedFigure, Document, HistoryEntry, Statement
from tests.factories.periods import SINCE_FY2021


class DatedFigureFactory(DjangoModelFactory[DatedFigure]):
    class Meta:
        model = DatedFigure

    key = Sequence(lambda n: f"figure-{n}")
    label_ja = "数値"
    label_en = "Figure"
    value = 100
    as_of = date(2021, 4, 1)


class StatementFactory(DjangoModelFactory[Statement]):
    class Meta:
        model = Statement

    kind = StatementKind.ABOUT
    order = Sequence(lambda n: n % 1000)
    title_ja = "題"
    title_en = "Title"
    text_ja = "文章。"
    text_en = "Text."
    valid = SINCE_FY2021


class HistoryEntryFactory(DjangoModelFactory[HistoryEntry]):
    class Meta:
        model = HistoryEntry

    slug = Sequence(lambda n: f"step-{n}")
    happened_on = date(1990, 1, 1)
    text_ja = "歩み"
    text_en = "Step"


class DocumentFactory(DjangoModelFactory[Document]):
    class Meta:
        model = Document

    slug = Sequence(lambda n: f"document-{n}")
    kind = DocumentKind.CHARTER
    title_ja = "憲章"
    title_en = "Charter"
    valid = SINCE_FY2021
