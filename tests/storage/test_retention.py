"""Each table there is stands in the table of retention: purged, or kept for a reason."""

import importlib
import pkgutil

import storage
from governance.forgetting import Treatment
from storage import retention
from storage.database import METADATA
from storage.forgetting import RULES as FORGETTING
from storage.forgetting.rules import RULES

for module in pkgutil.iter_modules(storage.__path__, "storage."):
    importlib.import_module(module.name)  # so that every table is known


def test_every_table_is_purged_or_kept_for_a_reason():
    told = {rule.table for rule in retention.RULES}

    assert told == set(METADATA.tables)
    assert all(bool(rule.keeps) != bool(rule.why) for rule in retention.RULES)


def test_no_table_is_both_purged_and_kept():
    purged = {rule.table for rule in retention.PURGED}
    kept = {rule.table for rule in retention.RULES if rule.why}

    assert purged & kept == set()


def test_what_is_deleted_when_somebody_asks_does_not_stay_for_ever_unasked():
    """Words are purged; only what the bot must know of people while they use it stays."""
    deleted = {rule.table for rule in RULES if rule.treatment is Treatment.DELETE}
    kept = {rule.table for rule in retention.RULES if rule.why}

    assert len(FORGETTING) > 0
    stay = {"cards", "menus", "people", "consents", "disclosure_subscribers"}
    assert deleted & kept == stay
