"""How people are heard beside the thread: meetings, hearings, notices, surveys (E17, E18, E24)."""
