"""Outliers among daily costs: days that cost more than their key's history explains, judged by the days before them alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from graph.money import NANO
from graph.snapshot.columns import Bool
from queries.weekday_profile import F8, HISTORY_DAYS, LEAST_DAYS, WeekdayProfile, middle

Days: TypeAlias = tuple[int, int]
# A modified z-score beyond this is an outlier where errors are normal; of costs, one ordinary day in seven is.
MODIFIED_Z = 3.5
_MAD_TO_SIGMA = 1.4826
# A day that is judged has so many known days before it.
LEAST_HISTORY_DAYS = 14
# At least so much more than expected, as a share of that.
LEAST_SHARE = 0.5
# One alarm a week, unless the next one is so many times as great.
QUIET_DAYS, LOUDER = 7, 2.0


class AnomalySensitivity(Enum):
    """How far beyond the errors of earlier days a day must lie."""

    LOW = "LOW"
    """Half beyond the greatest error of the eight weeks before."""
    NORMAL = "NORMAL"
    """Half beyond the second greatest error of the eight weeks before."""
    HIGH = "HIGH"
    """Beyond the second greatest error of the eight weeks before."""


# So many series are judged at a time.
_BLOCK = 1024

# The rank of the earlier error that counts, 1 being the greatest, and its factor.
_ERROR_RULES = {
    AnomalySensitivity.LOW: (1, 1.5),
    AnomalySensitivity.NORMAL: (2, 1.5),
    AnomalySensitivity.HIGH: (2, 1.0),
}


@dataclass(frozen=True, slots=True)
class JudgedDays:
    """[days, series] of the days that are judged: what was expected, between what is ordinary, and what is an anomaly.

    Floats in nano-units; `judged` where the day is known and has enough history.
    """

    expected: F8
    low: F8
    high: F8
    judged: Bool
    anomaly: Bool


def judge(profile: WeekdayProfile, days: Days, sensitivity: AnomalySensitivity, least: int) -> JudgedDays:
    """Judge the days of a range (rows of the profile, both inclusive); `least` is in whole units of the currency.

    Whether a day is an anomaly depends on it and on days before it alone, whatever range is asked about.
    """
    # What was beyond ordinary in the week before counts for what is quiet now.
    first, last = max(0, days[0] - QUIET_DAYS + 1), days[1]
    begin = max(0, first - HISTORY_DAYS)
    errors = _errors(profile, (begin, last))
    shape = (last - first + 1, errors.shape[1])
    expected, low, high, excess = (np.zeros(shape) for _ in range(4))
    judged = np.zeros(shape, dtype=bool)
    for at, day in enumerate(range(first, last + 1)):
        usual = profile.at(day)[0]
        width, deviation = _ordinary(errors[max(0, day - HISTORY_DAYS - begin) : day - begin], sensitivity)
        width = np.maximum.reduce(
            (width, MODIFIED_Z * deviation, LEAST_SHARE * usual, np.full(len(usual), float(least * NANO)))
        )
        expected[at], low[at], high[at] = usual, np.maximum(usual - MODIFIED_Z * deviation, 0.0), usual + width
        judged[at] = profile.known[day] & (profile.days_before(day) >= LEAST_HISTORY_DAYS)
        excess[at] = np.where(judged[at] & (profile.costs[day] > high[at]), profile.costs[day] - usual, 0.0)
    anomaly = np.zeros(shape, dtype=bool)
    for at in range(days[0] - first, shape[0]):
        anomaly[at] = excess[at] > 0
        for past in range(max(0, at - QUIET_DAYS + 1), at):
            anomaly[at] &= excess[at] > LOUDER * excess[past]
    asked = slice(days[0] - first, None)
    return JudgedDays(expected[asked], low[asked], high[asked], judged[asked], anomaly[asked])


def judge_series(series: tuple[F8, Bool, int], days: Days, sensitivity: AnomalySensitivity, least: int) -> JudgedDays:
    """What `judge` says of many series (costs, known days, day of the first row), without a profile of those that no day can be an anomaly of.

    A series without a credit is expected to cost nothing or more, so its anomalies cost more than `least`. Series are judged some
    thousand at a time, which takes the memory of those alone.
    """
    costs, known, first_day = series
    first = max(0, days[0] - QUIET_DAYS + 1)
    counted = np.where(known, costs, 0.0)
    is_candidate = (counted[first : days[1] + 1] > least * NANO).any(axis=0) | (counted < 0).any(axis=0)
    asked = slice(days[0], days[1] + 1)
    shape = (days[1] - days[0] + 1, costs.shape[1])
    expected, low, high = (np.zeros(shape) for _ in range(3))
    # Known days before each day: those up to it, less itself.
    before: npt.NDArray[np.int64] = np.cumsum(known, axis=0)[asked] - known[asked]
    judged, anomaly = known[asked] & (before >= LEAST_HISTORY_DAYS), np.zeros(shape, dtype=bool)
    candidates = np.flatnonzero(is_candidate)
    for start in range(0, len(candidates), _BLOCK):
        block = candidates[start : start + _BLOCK]
        outliers = judge(WeekdayProfile(costs[:, block], known[:, block], first_day), days, sensitivity, least)
        expected[:, block], low[:, block], high[:, block] = outliers.expected, outliers.low, outliers.high
        anomaly[:, block] = outliers.anomaly
    return JudgedDays(expected, low, high, judged, anomaly)


def _errors(profile: WeekdayProfile, days: Days) -> F8:
    """[days, series]: cost less expectation of each day; infinite where there is none."""
    rows = []
    for day in range(days[0], days[1] + 1):
        is_judged = profile.known[day] & (profile.days_before(day) >= LEAST_DAYS - 1)
        rows.append(np.where(is_judged, profile.costs[day] - profile.at(day)[0], np.inf))
    return np.array(rows).reshape(len(rows), profile.costs.shape[1])


def _ordinary(errors: F8, sensitivity: AnomalySensitivity) -> tuple[F8, F8]:
    """Per series how far beyond expectation is ordinary, and a robust deviation, from the errors of the days before."""
    rank, factor = _ERROR_RULES[sensitivity]
    median, number = middle(errors)
    deviation, _ = middle(np.abs(errors - np.where(number > 0, median, 0.0)))
    ranked: npt.NDArray[np.float64] = np.sort(np.where(np.isfinite(errors), errors, -np.inf), axis=0)
    width = np.maximum(ranked[-rank], 0.0) * factor if len(ranked) >= rank else np.zeros(errors.shape[1])
    return width, np.where(number > 0, _MAD_TO_SIGMA * deviation, 0.0)
