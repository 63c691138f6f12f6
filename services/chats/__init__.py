"""The community's groups: registered by the committee, watched, and moved with (A01, A13)."""
