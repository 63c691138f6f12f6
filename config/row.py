"""What every row of the community file is: strict, and frozen once it was read."""

from pydantic import BaseModel, ConfigDict


class Row(BaseModel):
    """A part of the file; every setting in it is known and has the type that is asked for."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
