"""The secretariat's desk: Django's admin in two languages."""
