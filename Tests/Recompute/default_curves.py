"""Probabilities of default from the moves of twelve months, in whole 1e-12."""

import csv

from months import STATES, Position

CERTAIN = 10 ** 12
# The states not in default, each with its most days overdue; then default and gone for good.
PERFORMING = STATES[:4]
MOST_DAYS = [0, 30, 60, 90]
DEFAULT, GONE = 4, 5
# The fewest days overdue of the four states and of a default.
LEAST_DAYS = [0, 1, 31, 61, 91]
# Assumed: added to each move that can be, loans that a line needs, most months told.
PSEUDO_COUNT, LEAST_LOANS, LONGEST = 1, 500, 480 + 3


def split(total, weights):
    """Whole parts of a total by weights; what is left goes to the largest remainders, one each,
    of equal ones to the first."""
    whole = sum(weights)
    parts = [divmod(total * weight, whole) for weight in weights]
    left = total - sum(part for part, _ in parts)
    by_rest = sorted(range(len(parts)), key=lambda place: (-parts[place][1], place))
    return [part + (place in by_rest[:left]) for place, (part, _) in enumerate(parts)]


class Moves:
    """How loans went from one month's end to the next: by bank, line and state before, where to.

    In: positions of each month in order, of thirteen months before the report's on. Counted are the
    moves of twelve: to the report's month's end, or, for a bank that books what it expects to lose,
    to the end of the one before. A loan that has none any more is written off, a default,
    or settled or prepaid, gone. A new loan makes no move; neither does one in default.
    """

    def __init__(self, facts, last):
        self.facts, self.last, self.counts, self.ends = facts, last, {}, {}
        self.before, self.rows = None, []

    def add(self, month, lines, keep=False):
        """A month's CSV; `keep` leaves its rows in `rows`."""
        reader = csv.reader(lines)
        at = {name: index for index, name in enumerate(next(reader))}
        now = {}
        for row in reader:
            position = Position(row, at)
            now[position["bank"], position["loan"]] = position["line"], position.state
            if keep:
                self.rows.append(position)
        if self.before is not None:
            for key, (line, state) in self.before.items():
                self._count(key, line, state, now.get(key), month)
            if month > self.last - 12:
                self._tally("new", len(now.keys() - self.before.keys()))
        self.before = now

    def _count(self, key, line, state, now, month):
        last = self.last - (key[0] in self.facts.posting)
        if not last - 12 < month <= last:
            return
        end = None if now else self.facts.end(key, month)
        if end:
            self._tally(end, 1)
        if state < len(PERFORMING):
            to = min(now[1], DEFAULT) if now else DEFAULT if end == "written-off" else GONE
            row = self.counts.setdefault((key[0], line), [[0] * 6 for _ in PERFORMING])
            row[state][to] += 1

    def _tally(self, what, count):
        self.ends[what] = self.ends.get(what, 0) + count

    def matrix(self, bank=None, line=None):
        """The moves of a bank, or all; of a line, or all."""
        sums = [[0] * 6 for _ in PERFORMING]
        for (whose, of), rows in self.counts.items():
            if bank in (None, whose) and line in (None, of):
                sums = [[one + other for one, other in zip(*pair)] for pair in zip(sums, rows)]
        return sums


def monthly(matrix, pseudo_count=PSEUDO_COUNT):
    """Each state's probabilities of a month, after Laplace.

    A month makes a loan at most 31 days later and may bring it to any better state; of the two
    ways to be gone, settled and prepaid, each counts once.
    """
    rows = []
    for most, counts in zip(MOST_DAYS, matrix):
        added = [least <= most + 31 for least in LEAST_DAYS] + [2]
        rows.append(split(CERTAIN, [count + pseudo_count * times
                                    for count, times in zip(counts, added)]))
    return rows


def cumulative(rows, state, months=LONGEST):
    """The probability to have defaulted after 1, 2, … months, each month rounded as a whole."""
    now, curve = [CERTAIN if place == state else 0 for place in range(6)], []
    for _ in range(months):
        to = [sum(now[place] * rows[place][end] for place in range(4)) for end in range(6)]
        to[DEFAULT] += now[DEFAULT] * CERTAIN
        to[GONE] += now[GONE] * CERTAIN
        now = split(CERTAIN, to)
        curve.append(now[DEFAULT])
    return curve


class Curves:
    """The curves of a bank, by line and state."""

    def __init__(self, moves, bank):
        self.moves, self.bank = moves, bank
        self._kept = {}

    def source(self, line):
        """Whose moves a line has, and how many loans these are; a loan counts once a month."""
        own = sum(map(sum, self.moves.matrix(self.bank, line)))
        if own >= LEAST_LOANS:
            return "line", own
        return "portfolio", sum(map(sum, self.moves.matrix(self.bank)))

    def curve(self, line, state):
        key = (line if self.source(line)[0] == "line" else None), state
        if key not in self._kept:
            self._kept[key] = cumulative(monthly(self.moves.matrix(self.bank, key[0])), state)
        return self._kept[key]
