"""Files of a data set that hold the news app's records."""

from iclei_portal.importing.sheet import Sheet
from news.models import Article, Publication

SHEETS = (
    Sheet("articles", Article),
    Sheet("publications", Publication),
)
