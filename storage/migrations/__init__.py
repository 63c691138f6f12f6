"""The roads from one shape of the database to the next."""

# The newest revision, known without the import of Alembic, which costs time at every start.
HEAD = "0035"
