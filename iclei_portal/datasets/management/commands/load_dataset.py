"""Shows what a data set would change, and applies it with --apply."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from iclei_portal.datasets.loading import load
from iclei_portal.importing.plan import Plan


class Command(BaseCommand):
    """Reads a folder of CSV files and shows the plan; `--apply` carries it out."""

    help = "Show what a data set would change, or apply it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder, --apply and the language of the sentences."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--apply", action="store_true")
        parser.add_argument("--language", choices=["ja", "en"], default="en")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, print the plan, and exit with 1 where something is refused."""
        folder: Path = options["folder"]
        with translation.override(options["language"]):
            if not folder.is_dir():
                raise CommandError(
                    _("There is no folder %(folder)s.") % {"folder": folder}
                )
            plan = load(folder, apply=options["apply"])
            self._show(plan)
            if plan.refusals:
                raise CommandError(_("Nothing was loaded: correct the rows above."))
            if not plan.applied:
                self.stdout.write(_("This is the plan; --apply carries it out."))

    def _show(self, plan: Plan) -> None:
        heads = [_("new"), _("changed"), _("same"), _("refused")]
        self.stdout.write(f"{'':28}" + "".join(f"{head:>8}" for head in heads))
        for sheet in plan.sheets:
            self.stdout.write(
                f"{sheet.file:28}{sheet.new:8}{sheet.changed:8}{sheet.same:8}"
                f"{sheet.refused:8}"
            )
            for change in sheet.changes:
                self.stdout.write(
                    _("  row %(row)d, %(column)s: “%(before)s” becomes “%(after)s”")
                    % {
                        "row": change.row,
                        "column": change.column,
                        "before": change.before,
                        "after": change.after,
                    }
                )
        for refusal in plan.refusals:
            self.stderr.write(
                _("%(file)s, row %(row)d, column %(column)s: %(reason)s")
                % {
                    "file": refusal.file,
                    "row": refusal.row,
                    "column": refusal.column or "–",
                    "reason": refusal.reason,
                }
            )
