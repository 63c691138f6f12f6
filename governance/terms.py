"""What a community calls the tiers of its tree, and the posts that are named after them (A03)."""

from collections.abc import Mapping

from governance.directory import Community

AREA, GRID = "level_area", "level_grid"
POSTS = ("grid_worker", "grid_head")
BETWEEN = "/"  # an area may stand on any of several tiers


def terms(community: Community, language: str) -> dict[str, str]:
    """Return the words of the file, in a language or as they stand; what it leaves out is absent.

    The first level is the community's own, the last the grids'; areas are all between.
    """
    levels = community.levels_in.get(language, community.levels)
    found = {post: _in(names, language) for post, names in community.titles.items()}
    if levels:
        found[GRID] = levels[-1]
    if between := levels[1:-1]:
        found[AREA] = BETWEEN.join(between)
    return found


def _in(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or names["zh-CN"]
