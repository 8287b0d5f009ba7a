"""The portal's settings, with an address whose page is always the same."""

from iclei_portal.settings import *  # noqa: F403 - all of them

ROOT_URLCONF = "bench.addresses"
