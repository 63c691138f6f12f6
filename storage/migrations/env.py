"""Alembic's way in: for `storage.upgrade` over its connection, for a developer over an address.

By hand: `alembic -x address=sqlite+aiosqlite:///state/linli.db revision --autogenerate -m …`
"""

import importlib
import pkgutil

from alembic import context
from sqlalchemy import Connection

import storage
from storage.database import METADATA, writing


def migrate(connection: Connection) -> None:
    """Run what Alembic was asked for, in the transaction that the caller has begun."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def compare() -> None:
    """Load every subject, so that its tables are known, and run over an address of its own."""
    for module in pkgutil.iter_modules(storage.__path__, "storage."):
        importlib.import_module(module.name)
    engine = writing(context.get_x_argument(as_dictionary=True)["address"])
    with engine.begin() as connection:
        migrate(connection)
    engine.dispose()


given = context.config.attributes.get("connection")
if given is None:
    compare()
else:
    migrate(given)
