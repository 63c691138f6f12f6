import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text

from storage import migrations, upgrade
from storage.database import METADATA, writing

# As PostgreSQL itself writes them down; its own names for what none was given.
DEFINITIONS = (
    text("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"),
    text(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace ORDER BY 1"
    ),
    text(
        "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"
    ),
    text(
        "SELECT table_name, column_name, data_type, is_nullable, column_default "
        "FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
    ),
)
COLLATIONS = text(
    "SELECT DISTINCT collation_name FROM information_schema.columns "
    "WHERE table_schema = 'public' AND data_type = 'text'"
)
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


@pytest.fixture(params=["sqlite", "postgres"])
def arrived(request):
    """A connection to a database as it is after all migrations."""
    if request.param == "postgres":
        with request.getfixturevalue("postgres").transaction() as connection:
            yield connection
        return
    with request.getfixturevalue("migrated").begin() as connection:
        yield connection


def differences(connection):
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return compare_metadata(context, METADATA)


def test_the_migrated_database_has_exactly_the_tables_of_the_code(arrived):
    assert differences(arrived) == []


def test_what_a_migration_forgot_would_be_found(arrived):
    with arrived.begin_nested() as undone:
        arrived.execute(text("DROP TABLE passages"))

        assert [each[0] for each in differences(arrived)][:1] == ["add_table"]
        undone.rollback()


def test_on_a_server_every_definition_is_that_of_the_code(postgres):
    found = {}
    for how, url in (("migrated", postgres.fresh()), ("made", postgres.empty())):
        engine = writing(url)
        with engine.begin() as connection:
            if how == "made":
                METADATA.create_all(connection)
            connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
            found[how] = [connection.execute(each).all() for each in DEFINITIONS]
        engine.dispose()

    assert all(found["made"])
    assert found["migrated"] == found["made"]


def test_on_a_server_texts_sort_by_their_letters_whatever_its_language(postgres):
    with postgres.transaction() as connection:
        assert connection.execute(COLLATIONS).all() == [("C",)]


def test_on_a_server_every_id_has_64_bits(postgres):
    with postgres.transaction() as connection:
        found = {
            str(column["type"])
            for table in METADATA.sorted_tables
            for column in inspect(connection).get_columns(table.name)
            if column["name"] == "id"
        }

    assert found == {"BIGINT"}


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
def test_every_table_can_be_read(arrived, table):
    assert arrived.execute(select(table)).all() == []
