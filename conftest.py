"""For every test: see tests/leaks.py."""

from tests.leaks import no_secret_is_written, pytest_runtest_logreport

__all__ = ["no_secret_is_written", "pytest_runtest_logreport"]
