"""What `export facts` tells of the banks in question, in arrays: a place a loan."""

import json
from array import array

from amounts import STANDARD, line_of, month_number

# Facts after which principal is other than disbursed − repaid − written off.
UNSETTLED = {"imported": "a loan was taken over", "reversed": "a fact was reversed"}


class Bank:
    def __init__(self, row):
        self.id, self.code, self.number = row["bank_id"], row["code"], int(row["number"])
        self.currency, self.decimals = row["currency"], row["currency_decimals"]
        self.sponsor = row["sponsor_id"]
        self.capital = []

    def net_capital(self, month):
        """The last one that counts by the month's end, in minor units; None if there is none."""
        known = [item for item in self.capital if month_number(item[0]) <= month]
        return max(known)[1] if known else None


class Facts:
    """Facts booked by the end of a month.

    For each place: `granted`, `borrower`; `start`, the month of the first disbursement, and
    `started`, its day (0 if never paid out); `matures`, the end as signed; `repaid`, the day of the
    last repayment before any write-off; `written`, the month in which a write-off was booked.
    Days are numbers such as 20260331, months count from year 0. `rules`: by which the last month's
    provisions were made, by the bank's code.
    """

    def __init__(self, lines, last_month, bank_code=None, sponsor_code=None):
        self.last_month = last_month
        self.banks, self.places, self.numbers = {}, {}, []
        self.disbursed, self.notes, self.ambiguous, self.rules = {}, {}, {}, {}
        self.granted, self.borrower = array("q"), array("q")
        self.start, self.started, self.matures = array("i"), array("i"), array("i")
        self.repaid, self.written, self.repaid_month = array("i"), array("i"), array("i")
        self._keys, self._sponsors = {}, {}
        for line in lines:
            # Most lines are of no use here: look before reading.
            table = line[10:line.index('"', 10)]
            if table == "facts":
                self._fact(json.loads(line)["row"])
            elif table == "loans":
                self._loan(json.loads(line)["row"])
            elif table == "sponsors":
                row = json.loads(line)["row"]
                self._sponsors[row["sponsor_id"]] = row["code"]
            elif table == "banks":
                bank = Bank(json.loads(line)["row"])
                if bank.code == bank_code or self._sponsors.get(bank.sponsor) == sponsor_code:
                    self.banks[bank.id] = bank
            elif table == "bank_capital":
                row = json.loads(line)["row"]
                if row["bank_id"] in self.banks:
                    item = (row["effective_on"], row["net_capital"])
                    self.banks[row["bank_id"]].capital.append(item)
        self._keys.clear()

    def _loan(self, row):
        if row["bank_id"] not in self.banks:
            return
        place = len(self.numbers)
        self._keys[row["bank_id"] << 40 | row["loan_id"]] = place
        self.places[row["loan_number"]] = place
        self.numbers.append(row["loan_number"])
        self.granted.append(row["granted"])
        self.borrower.append(row["bank_id"] << 40 | row["borrower_id"])
        self.matures.append(int(row["matures_on"].replace("-", "")))
        for column in (self.start, self.started, self.repaid, self.written, self.repaid_month):
            column.append(0)

    def _fact(self, row):
        kind = row["kind"]
        if row["bank_id"] not in self.banks:
            return
        month = month_number(row["booked_on"])
        if month > self.last_month:
            return
        if kind == "accrued" and month == self.last_month:
            rule = line_of(row["request"], "provisions") or STANDARD
            self.rules[self.banks[row["bank_id"]].code] = rule
        if kind in UNSETTLED:
            self.notes.setdefault(month, set()).add(UNSETTLED[kind])
        if kind not in ("disbursed", "imported", "repaid", "written-off"):
            return
        place = self._keys[row["bank_id"] << 40 | row["loan_id"]]
        day = int(row["effective_on"].replace("-", ""))
        if kind in ("disbursed", "imported"):
            if not self.started[place]:
                self.started[place] = day
                self.start[place] = month_number(row["effective_on"])
            if kind == "disbursed":
                self.disbursed[month] = self.disbursed.get(month, 0) + row["amount"]
        elif kind == "repaid" and not self.written[place]:
            self.repaid[place], self.repaid_month[place] = day, month
        elif kind == "written-off":
            self.written[place] = month
            if self.repaid_month[place] == month:
                # How much of that repayment was principal is not among facts.
                self.ambiguous.setdefault(month, []).append(self.numbers[place])

    def first_month(self):
        return min((month for month in self.start if month), default=self.last_month)

    def end(self, place, month, months_before=1):
        """What became of a loan that has no position any more: one that left in the month itself
        is prepaid if its signed end lies in a later month; over twelve months it is settled."""
        if 0 < self.written[place] <= month:
            return "written-off"
        matures = self.matures[place]
        is_early = matures // 10000 * 12 + matures // 100 % 100 - 1 > month
        return "prepaid" if months_before == 1 and is_early else "settled"

    def firsts(self):
        """By place, whether it is the borrower's first loan from the bank."""
        best = {}
        for place, day in enumerate(self.started):
            if day:
                key = (day, int(self.numbers[place]))
                borrower = self.borrower[place]
                best[borrower] = min(best.get(borrower, key), key)
        return lambda place: best[self.borrower[place]][1] == int(self.numbers[place])
