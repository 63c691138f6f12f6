"""Who answers alike, by the mathematics of Polis; the one file that knows numpy and scikit-learn.

It is run in a process of its own (`bot/clustering.py`): both libraries are an extra, and large.
"""

from collections.abc import Mapping

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
from threadpoolctl import threadpool_limits

Marks = Mapping[tuple[str, int], int]  # 1 agrees, -1 disagrees, 0 passes
PLACES = 9  # decimals: what is less apart is one point
FEWEST = 2


def groups(marks: Marks, most: int) -> dict[str, str]:
    """Return the group of each person, A the largest; one group where all answer alike.

    Neither the order of the answers nor the names of the people change anything.
    """
    people, rows = _rows(marks)
    with threadpool_limits(limits=1):  # sums in one order, wherever it runs
        points = _projected(rows)
        labels = _best(points, most)
    return dict(zip(people, _lettered(labels, points), strict=True))


def _rows(marks: Marks) -> tuple[list[str], np.ndarray]:
    """Return people and their answers, both in an order that the answers alone decide."""
    columns = {s: i for i, s in enumerate(sorted({statement for _, statement in marks}))}
    table: dict[str, list[float]] = {}
    for (person, statement), mark in marks.items():
        row = table.setdefault(person, [np.nan] * len(columns))
        row[columns[statement]] = float(mark)
    order = sorted(table, key=lambda person: [str(mark) for mark in table[person]])
    return order, np.array([table[person] for person in order])


def _projected(rows: np.ndarray) -> np.ndarray:
    """Return two coordinates a person; who answered little stands no nearer to the middle."""
    given = ~np.isnan(rows)
    filled = np.where(given, rows, np.nanmean(rows, axis=0))
    if not np.ptp(filled, axis=0).any():
        return np.zeros((len(rows), 1))  # all answer alike
    axes = min(2, *filled.shape)
    found = PCA(n_components=axes, svd_solver="full").fit_transform(filled)
    stretched = found * np.sqrt(rows.shape[1] / given.sum(axis=1))[:, None]
    points: np.ndarray = np.round(stretched, PLACES)
    return points


def _best(points: np.ndarray, most: int) -> np.ndarray:
    """Return the division of the best silhouette; the smaller number of groups where two tie."""
    apart = len(np.unique(points, axis=0))
    best, labels = 0.0, np.zeros(len(points), dtype=int)
    for k in range(FEWEST, min(most, apart, len(points) - 1) + 1):
        found = KMeans(n_clusters=k, n_init=10, random_state=0).fit_predict(points)
        score = round(float(silhouette_score(points, found)), PLACES)
        if score > best:
            best, labels = score, found
    return labels


def _lettered(labels: np.ndarray, points: np.ndarray) -> list[str]:
    """Return letters for labels: the largest group first, of equal ones the leftmost."""
    found = sorted(
        set(labels.tolist()),
        key=lambda label: (-int((labels == label).sum()), *points[labels == label].mean(axis=0)),
    )
    letters = {label: chr(ord("A") + place) for place, label in enumerate(found)}
    return [letters[label] for label in labels.tolist()]
