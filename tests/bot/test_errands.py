import pytest

from bot import errands

NEVER = "not run"


@pytest.fixture
def run(tmp_path):
    def linli(command, stopped=lambda: False):
        return errands.run(command, tmp_path, {"LINLI_TOKEN": ""}, stopped)

    return linli


@pytest.mark.parametrize(
    "command",
    [
        "linli run",
        "linli demo",
        "linli",
        "linli community",
        "linli --help",
        "rm -rf x",
        "linli; rm -rf x",
        "/bin/linli check",
    ],
)
def test_what_is_not_on_the_list_is_never_run(run, command, monkeypatch):
    monkeypatch.setattr(errands.subprocess, "Popen", None)

    code, output = run(command)

    assert code == 2
    assert "only these can be run here: linli invite, " in output


@pytest.mark.parametrize(
    "word", ["/etc/passwd", "../linli.db", "a/../../b", "--file=/etc/passwd", "~/x", "--file=../x"]
)
def test_no_file_outside_the_folder_is_named(run, word, monkeypatch):
    monkeypatch.setattr(errands.subprocess, "Popen", None)

    assert run(f"linli community check {word}") == (
        2,
        f"{word}：请写练习小镇文件夹里的文件\n{word}: name a file in the folder of the demo",
    )


def test_a_quotation_that_never_ends_is_told(run):
    code, output = run('linli invite "chen')

    assert code == 2
    assert ["No closing quotation" in line for line in output.splitlines()] == [True, True]


def test_a_command_runs_in_the_folder_without_a_shell(run, tmp_path):
    (tmp_path / "our.toml").write_text("x = ", encoding="utf-8")

    code, output = run("linli community check our.toml $(touch made) > made")
    assert code == 2
    assert not (tmp_path / "made").exists()
    code, output = run("linli community check our.toml")
    assert (code, "our.toml" in output) == (2, True)


def test_output_is_cut_and_a_command_too_long_is_ended(run, tmp_path, monkeypatch):
    monkeypatch.setattr(errands, "LONGEST", 10)
    code, output = run("linli community check --help")
    assert (code, len(output)) == (0, 10)

    monkeypatch.setattr(errands, "SECONDS", 0)
    monkeypatch.setattr(errands, "LOOK_SECONDS", 0)
    code, _ = run("linli community check --help")
    assert code == 124


def test_a_command_is_ended_when_the_demo_is(run, monkeypatch):
    monkeypatch.setattr(errands, "LOOK_SECONDS", 0)

    assert run("linli community check --help", stopped=lambda: True)[0] == 124
