from storage import menus


def test_what_was_asked_for_last_is_remembered_by_scope_and_language(connection):
    menus.show(connection, "all", "", "one")
    menus.show(connection, "all", "en", "two")
    menus.show(connection, "all", "", "three")

    assert menus.shown(connection) == {("all", ""): "three", ("all", "en"): "two"}


def test_a_scope_without_a_menu_is_forgotten(connection):
    menus.show(connection, "all", "", "one")
    menus.show(connection, "all", "en", "two")
    menus.forget(connection, "all", "")

    assert menus.shown(connection) == {("all", "en"): "two"}
