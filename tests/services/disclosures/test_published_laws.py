"""Editions are signed around their day, and each is shown or absent once in each group (G07, G10)."""

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from governance.directory import Chat, ChatKind
from governance.disclosures import contents
from governance.disclosures.contents import Fact, Report
from governance.disclosures.periods import instant
from governance.disclosures.states import EditionAction, EditionStatus
from governance.notices import Kind
from governance.programme import DueDay, Privacy, Template
from services.disclosures import drafting, publishing, scheduling, signing
from tests.services.bases import memory
from tests.services.disclosures.accounts import draw
from tests.services.disclosures.programmes import editions, planned
from tests.services.disclosures.test_laws import GROUPS, LAST, MONTHLY, listed, town_of, unit
from tests.services.town import CHEN, HE, WU

A, S, DAY = EditionAction, EditionStatus, timedelta(days=1)
SOAK = bool(os.environ.get("LINLI_SOAK"))
ZONE = "Asia/Shanghai"
REPORT = Report(headline="公开", facts=(Fact(number=1, name="text", text="做了什么"),))
DOES = ("write", "write", "sign", "sign", "object", "join", "rule", "sleep")
# hours until the bot runs again, what is done then, and whether it falls at its first step
STOP = st.tuples(st.integers(1, 200), st.sampled_from(DOES), st.booleans())
