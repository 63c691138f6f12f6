import importlib
import pkgutil

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

import storage
from storage import migrations, upgrade
from storage.database import METADATA, writing

for module in pkgutil.iter_modules(storage.__path__, "storage."):
    importlib.import_module(module.name)

GUARDS_AND_INDEXES = text(
    "SELECT type, name, tbl_name FROM sqlite_master WHERE type IN ('trigger', 'index') "
    "AND tbl_name != 'alembic_version' ORDER BY type, name"
)
WHERE = text("SELECT name, sql FROM sqlite_master WHERE sql LIKE '%WHERE%' AND type = 'index'")


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    address = f"sqlite:///{tmp_path_factory.mktemp('migrated')}/a.db"
    upgrade.upgrade(address)
    engine = writing(address)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def made():
    engine = writing("sqlite://")
    METADATA.create_all(engine)
    yield engine
    engine.dispose()


def test_the_newest_revision_is_the_one_that_is_named():
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))

    assert ScriptDirectory.from_config(config).get_heads() == [migrations.HEAD]


def test_the_migrated_database_has_exactly_the_tables_of_the_code(migrated):
    with migrated.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, METADATA) == []


def test_the_migrated_database_has_the_same_guards_and_indexes(migrated, made):
    with migrated.begin() as one, made.begin() as other:
        assert one.execute(GUARDS_AND_INDEXES).all() == other.execute(GUARDS_AND_INDEXES).all()


def test_partial_indexes_are_partial_in_the_same_way(migrated, made):
    with migrated.begin() as one, made.begin() as other:
        found, wanted = one.execute(WHERE).all(), other.execute(WHERE).all()

    def squeezed(rows):
        return {name: " ".join(sql.lower().split()) for name, sql in rows}

    assert found
    assert squeezed(found) == squeezed(wanted)


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=str)
def test_every_table_can_be_read(migrated, table):
    with migrated.begin() as connection:
        assert connection.execute(select(table)).all() == []
