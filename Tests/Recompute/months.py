"""Positions month by month: sums, moves from month to month, vintages, first defaults."""

import csv
from array import array
from bisect import bisect_left

from amounts import (STANDARD, NotRecomputed, expects_losses, half_up, minor, month_number,
                     per_mille, quarter_text)

CLASSES = ["normal", "special-mention", "substandard", "doubtful", "loss"]
AT_RISK = [1, 30, 60, 90, 180]
AGEING_LIMITS = [0, 30, 60, 90, 180, 270, 360]
AGEING = ["0", "1-30", "31-60", "61-90", "91-180", "181-270", "271-360", "361+"]
STATE_LIMITS = [0, 30, 60, 90, 180, 360]
STATES = ["0", "1-30", "31-60", "61-90", "91-180", "181-360", "361+"]
FIRST_DEFAULT_STATE = 4
ENDS = ["settled", "prepaid", "written-off"]
CUTS = ["branch", "line", "product", "officer", "division", "village", "purpose", "category",
        "borrower", "sex", "first", "cohort", "size"]
# Cuts whose members are a bank's own: one name in two banks is two members.
OF_BANKS = ("branch", "officer", "village")


def at_risk(days, restructured, limit):
    """PAR: of a late or restructured loan all principal counts, due or not."""
    return restructured or days > limit


class Sums:
    """What the positions of some loans add up to."""

    def __init__(self):
        self.loans = self.principal = self.book = self.due = self.interest = 0
        self.running = self.penalty = self.general = self.special = 0
        self.borrowers = 0
        self.at_risk = [[0, 0] for _ in AT_RISK]
        self.restructured = [0, 0]
        self.ageing = [[0, 0] for _ in AGEING]
        self.classes = [[0, 0] for _ in CLASSES]
        self.table = [[0] * len(CLASSES) for _ in AGEING]

    def add(self, row):
        counted = 1 if row.principal else 0
        self.loans += counted
        self.principal += row.principal
        self.book += row.book
        self.due += row.due
        self.interest += row.interest
        self.running += row.running
        self.penalty += row.penalty
        self.general += row.general
        self.special += row.special
        tallies = [self.ageing[row.ageing], self.classes[row.risk_class]]
        tallies += [tally for tally, limit in zip(self.at_risk, AT_RISK)
                    if at_risk(row.days, row.restructured, limit)]
        if row.restructured:
            tallies.append(self.restructured)
        for tally in tallies:
            tally[0] += counted
            tally[1] += row.principal
        self.table[row.ageing][row.risk_class] += row.book

    @property
    def non_performing(self):
        return [sum(tally[item] for tally in self.classes[2:]) for item in (0, 1)]

    @property
    def required(self):
        return self.general + self.special


class Position:
    """A row of `export positions`; the columns by name in the header's order."""

    def __init__(self, row, at):
        self.row, self.at = row, at
        self.decimals = len(row[at["principal"]].partition(".")[2])
        self.principal, self.book = minor(row[at["principal"]]), minor(row[at["book_principal"]])
        self.due, self.interest = minor(row[at["principal_due"]]), minor(row[at["interest_due"]])
        self.running = minor(row[at["interest_running"]])
        self.penalty = minor(row[at["penalty_due"]])
        self.general = minor(row[at["general_provision"]])
        self.special = minor(row[at["special_provision"]])
        self.days = max(int(row[at["principal_overdue_days"]]),
                        int(row[at["interest_overdue_days"]]))
        # Interest and penalty of a loan that does not accrue are off the books.
        self.accrues = "non_accrual" not in at or row[at["non_accrual"]] != "yes"
        self.restructured = row[at["restructured"]] == "yes"
        self.risk_class = CLASSES.index(row[at["class"]])
        self.ageing = bisect_left(AGEING_LIMITS, self.days)
        self.state = bisect_left(STATE_LIMITS, self.days)

    def __getitem__(self, column):
        return self.row[self.at[column]]


class Month:
    """The sums of a month, and what was booked in it."""

    def __init__(self):
        self.all, self.seen = Sums(), False
        self.disbursed = self.repaid = self.written_off = None
        self.interest_income = 0
        self.held, self.held_by = 0, {}


class History:
    """All months up to the report's.

    Bounds: for a loan some forty bytes and its number, and what the facts hold of it; one month's
    positions stream by at a time.
    """

    def __init__(self, facts, report_month):
        self.facts, self.report_month = facts, report_month
        count = len(facts.numbers)
        self.months, self.firsts_of_default = {}, []
        # By place: 0 without a position, else 1 + class + 5 × state; principal owed, on the books.
        self.codes, self.principals = bytearray(count), array("q", bytes(8 * count))
        self.books = array("q", self.principals)
        self.year_ago = None
        self.was_in_default = bytearray(count)
        self.month_days, self.year_days, self.class_moves = {}, {}, {}
        self.vintages, self.first_seen = {}, None
        self.report_rows = None

    def run(self, positions):
        """positions(month) gives the lines of a month's CSV."""
        first = min(self.facts.first_month(), self.report_month)
        for month in range(first, self.report_month + 1):
            self._month(month, positions(month))
        for place, start in enumerate(self.facts.start):
            if start:
                cohort = self._cohort(start)
                cohort["loans"] += 1
                cohort["granted"] += self.facts.granted[place]
                cohort["earliest"] = min(cohort["earliest"], start)

    def _cohort(self, start):
        return self.vintages.setdefault(quarter_text(start), {
            "loans": 0, "granted": 0, "earliest": start, "last": start // 3 * 3 + 2,
            "defaults": {}, "at_risk": {}})

    def _month(self, month, lines):
        facts, last = self.facts, month == self.report_month
        figures, reader = Month(), csv.reader(lines)
        at = {name: index for index, name in enumerate(next(reader))}
        codes, principals = bytearray(len(self.codes)), array("q", bytes(8 * len(self.codes)))
        books = array("q", principals)
        borrowers = set()
        if last:
            self.report_rows = ReportRows(facts)
        for row in reader:
            position = Position(row, at)
            place = facts.places[position["loan"]]
            codes[place] = 1 + position.risk_class + 5 * position.state
            principals[place], books[place] = position.principal, position.book
            # Sums of months before these are in no cell.
            if month >= self.report_month - 12:
                figures.all.add(position)
            if position.principal:
                borrowers.add((position["bank"], position["borrower_reference"]))
            start = month_number(position["starts_on"])
            if at_risk(position.days, position.restructured, 30):
                risky, age = self._cohort(start)["at_risk"], month - start
                risky[age] = risky.get(age, 0) + position.principal
            if last:
                self.report_rows.add(place, position)
        figures.all.borrowers, figures.seen = len(borrowers), any(codes)
        if figures.seen and self.first_seen is None:
            self.first_seen = month
        if figures.seen or self.first_seen is not None:
            self._flows(month, figures, books)
            self.months[month] = figures
        self._moves(month, codes, principals)
        self._defaults(month, codes)
        self.codes, self.principals, self.books = codes, principals, books
        if month == self.report_month - 12:
            self.year_ago = codes, principals

    def _flows(self, month, figures, books):
        """What was booked: the books' principal counts, to which all that is received on a loan
        that does not accrue goes first."""
        facts = self.facts
        figures.disbursed = facts.disbursed.get(month, 0)
        gone = [place for place, written in enumerate(facts.written) if written == month]
        figures.written_off = sum(self.books[place] for place in gone)
        if month in facts.ambiguous:
            figures.written_off = NotRecomputed(
                "repaid and written off in one month: " + ", ".join(facts.ambiguous[month]))
        figures.repaid = sum(self.books) + figures.disbursed - sum(books)
        if isinstance(figures.written_off, NotRecomputed):
            figures.repaid = figures.written_off
        else:
            figures.repaid -= figures.written_off
        if month in facts.notes:
            figures.repaid = NotRecomputed(", ".join(sorted(facts.notes[month])))

    def _moves(self, month, codes, principals):
        if self.report_month - 12 < month:
            for place, before in enumerate(self.codes):
                if before:
                    self._move(self.month_days, place, before, codes[place], month,
                               self.principals[place])
        if month == self.report_month:
            for place, before in enumerate(self.codes):
                now = codes[place]
                if before or now:
                    origin = CLASSES[(before - 1) % 5] if before else "new"
                    end = CLASSES[(now - 1) % 5] if now else self.facts.end(place, month)
                    principal = self.principals[place] if before else principals[place]
                    tally(self.class_moves, (origin, end), principal)
            if self.year_ago:
                for place, before in enumerate(self.year_ago[0]):
                    if before:
                        self._move(self.year_days, place, before, codes[place], month,
                                   self.year_ago[1][place], months_before=12)

    def _move(self, moves, place, before, now, month, principal, months_before=1):
        end = STATES[(now - 1) // 5] if now else self.facts.end(place, month, months_before)
        tally(moves, (STATES[(before - 1) // 5], end), principal)

    def _defaults(self, month, codes):
        facts = self.facts
        for place, start in enumerate(facts.start):
            if not start or self.was_in_default[place]:
                continue
            code = codes[place]
            late = code and (code - 1) // 5 >= FIRST_DEFAULT_STATE
            if late or facts.written[place] == month:
                self.was_in_default[place] = 1
                defaults = self._cohort(start)["defaults"]
                defaults[month - start] = defaults.get(month - start, 0) + facts.granted[place]
                self.firsts_of_default.append((month, month - start))


def tally(moves, key, principal):
    entry = moves.setdefault(key, [0, 0])
    entry[0] += 1
    entry[1] += principal


class ReportRows:
    """Of the report's month: each loan's member of each cut, debtors, and checks of each row."""

    def __init__(self, facts):
        self.facts, self.is_first = facts, facts.firsts()
        self.members = {cut: {} for cut in CUTS}
        self.sums = {cut: [] for cut in CUTS}
        self.of_loans = {cut: array("i") for cut in CUTS}
        self.borrower_numbers, self.of_borrowers = {}, array("i")
        self.debtors = {"borrower": {}, "group": {}}
        self.banks, self.lines_of_banks = {}, {}
        self.checked, self.faults = 0, []
        self.decimals = {bank.code: bank.decimals for bank in facts.banks.values()}

    def add(self, place, position):
        bank = position["bank"]
        borrower = (bank, position["borrower_reference"])
        number = self.borrower_numbers.setdefault(borrower, len(self.borrower_numbers))
        self.of_borrowers.append(number if position.principal else -1)
        for cut in CUTS:
            key = position[cut]
            if cut in OF_BANKS:
                key = (bank, key)
            index = self.members[cut].setdefault(key, len(self.members[cut]))
            if index == len(self.sums[cut]):
                self.sums[cut].append(Sums())
            self.sums[cut][index].add(position)
            self.of_loans[cut].append(index)
        self.banks.setdefault(bank, Sums()).add(position)
        lines = self.lines_of_banks.setdefault(bank, {})
        lines[position["line"]] = lines.get(position["line"], 0) + position.principal
        if position.principal:
            tally(self.debtors["borrower"], borrower, position.principal)
            if position["group"]:
                tally(self.debtors["group"], (bank, position["group"]), position.principal)
        self._check(place, position)

    def finish(self):
        for cut in CUTS:
            seen = set(zip(self.of_loans[cut], self.of_borrowers))
            for index, borrower in seen:
                if borrower >= 0:
                    self.sums[cut][index].borrowers += 1
            self.of_loans[cut] = None
        for bank, _ in self.debtors["borrower"]:
            self.banks[bank].borrowers += 1

    def _check(self, place, position):
        """Holds a row to what it says itself and to the facts."""
        facts, unit = self.facts, 10 ** self.decimals[position["bank"]]
        start = month_number(position["starts_on"])
        granted = minor(position["granted"])
        bands = [50_000 * unit, 100_000 * unit, 500_000 * unit, 1_000_000 * unit]
        bands = ["0-5", "5-10", "10-50", "50-100", "100+"][bisect_left(bands, granted)]
        floor = bisect_left([0, 90, 270, 360], position.days)
        floor = max(floor, 1 if position.restructured else 0)
        first = "first" if self.is_first(place) else "again"
        pairs = [
            ("class, at least", position.risk_class, max(position.risk_class, floor)),
            ("cohort", position["cohort"], quarter_text(start)),
            ("size", position["size"], bands),
            ("first", position["first"], first),
            ("granted", granted, facts.granted[place]),
            ("starts_on", int(position["starts_on"].replace("-", "")), facts.started[place]),
        ]
        rule = facts.rules.get(position["bank"], STANDARD)
        if not expects_losses(rule):
            for column, found, parts in zip(("general_provision", "special_provision"),
                                            (position.general, position.special),
                                            per_mille(rule)):
                part = parts[position.risk_class]
                pairs.append((column, found, half_up(position.principal * part, 1000)))
        self.checked += len(pairs)
        self.faults += [(position["loan"], column, found, expected)
                        for column, found, expected in pairs if found != expected]
