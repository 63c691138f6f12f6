"""Offices without a power: who speaks for others, and decides and executes nothing (E23)."""

from governance.directory import Actor, Community, Role

# they take part in deliberations as guests, each labelled by his office (E23)
GUESTS = (Role.PARTY_DELEGATE, Role.DEPUTY, Role.ADVISER)
# who holds nothing else acts as the resident that he is (E09)
POWERLESS = frozenset({Role.REPRESENTATIVE, *GUESTS})


def acting(community: Community, telegram: int) -> Actor:
    """Return as whom an account acts: only an office that has a power makes an officer."""
    found = community.by_telegram(telegram)
    powers = found.offices - POWERLESS if found else frozenset()
    if found is None or not powers:
        return Actor(id=telegram)
    return Actor(id=telegram, officer=found.key, offices=powers)


def guest(community: Community, telegram: int) -> Role | None:
    """Return the office for which somebody is heard as a guest, if he holds one."""
    held = community.offices_of(telegram)
    return next((role for role in GUESTS if role in held), None)
