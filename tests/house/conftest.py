"""The town of the services' tests, for rules that are held by what happens in it."""

from tests.services.conftest import community, town

__all__ = ["community", "town"]
