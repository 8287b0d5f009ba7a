"""What stands between a report and its freeze: missing, untranslated, unconfirmed."""
