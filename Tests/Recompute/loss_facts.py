"""What `export facts` tells of loans whose losses are expected."""

import json

from amounts import STANDARD, expects_losses, line_of, month_number, month_text
from loan_losses import Assumed


class LoanFacts:
    """What `export facts` tells of loans, by bank's code and loan's number.

    `written`: the month in which a write-off was booked that was not reversed; `fund_percent`: of
    a loss, what a fund bears; `floating`: loans whose rate may change; `late`: loans with facts
    that take effect by the month's end and were booked after the run that wrote its positions;
    `assumed`: what the catalog has in force at the month's end; `posting`: banks whose run of the
    month booked what they expect to lose.
    """

    def __init__(self, lines, month):
        self.matures, self.written, self.fund_percent = {}, {}, {}
        self.first_month, self.floating, self._rules = month, set(), {}
        self._codes, self._numbers, self._runs, self._last, self._write_offs = {}, {}, {}, {}, {}
        self._shares, self._scenarios = {}, {}
        for line in lines:
            # Most lines are of no use here: look before reading.
            table = line[10:line.index('"', 10)]
            if table in ("banks", "loans", "loan_payers", "facts", "loss_shares",
                         "macro_scenarios"):
                getattr(self, "_" + table)(json.loads(line)["row"], month)
        shares = {line: row["share"] for line, row in self._shares.items()}
        last = self._scenarios[max(self._scenarios)] if self._scenarios else []
        self.assumed = Assumed(sorted(last), shares)
        self.posting = {code for code, rule in self._rules.items() if expects_losses(rule)}
        self.late = {self._numbers[key] for key, fact in self._last.items()
                     if fact > self._runs.get(key[0], fact)}

    def _banks(self, row, _):
        self._codes[row["bank_id"]] = row["code"]

    def _loans(self, row, _):
        key = self._codes[row["bank_id"]], row["loan_number"]
        self._numbers[row["bank_id"], row["loan_id"]] = key
        self.matures[key] = month_number(row["matures_on"])
        if row["rate_index"]:
            self.floating.add(key)

    def _loss_shares(self, row, month):
        begun = self._shares.get(row["line"], row)["valid_from"]
        if (row["security"] == "unsecured" and month_number(row["valid_from"]) <= month
                and row["valid_from"] >= begun):
            self._shares[row["line"]] = row

    def _macro_scenarios(self, row, month):
        if month_number(row["valid_from"]) <= month:
            self._scenarios.setdefault(row["valid_from"], []).append(
                (row["scenario"], row["weight"], row["factor"], row["applied_to"]))

    def _loan_payers(self, row, _):
        if row["fund_share_percent"]:
            key = self._numbers[row["bank_id"], row["loan_id"]]
            self.fund_percent[key] = row["fund_share_percent"]

    def _facts(self, row, month):
        bank, kind, fact = row["bank_id"], row["kind"], row["fact_number"]
        booked = month_number(row["booked_on"])
        if kind == "accrued" and "month=" + month_text(month) in row["request"].split("\n"):
            self._runs[bank] = max(self._runs.get(bank, 0), fact)
            self._rules[self._codes[bank]] = line_of(row["request"], "provisions") or STANDARD
        if row["loan_id"] is None:
            return
        loan = bank, row["loan_id"]
        if month_number(row["effective_on"]) <= month:
            self._last[loan] = max(self._last.get(loan, 0), fact)
        if kind in ("disbursed", "imported"):
            self.first_month = min(self.first_month, month_number(row["effective_on"]))
        elif kind == "written-off" and booked <= month:
            self._write_offs[bank, fact] = loan
            self.written[self._numbers[loan]] = booked
        elif kind == "reversed" and booked <= month:
            undone = self._write_offs.get((bank, row["reverses"]))
            if undone:
                self.written.pop(self._numbers[undone], None)

    def end(self, key, month):
        """What became of a loan that has no position any more."""
        if self.written.get(key, month + 1) <= month:
            return "written-off"
        return "prepaid" if self.matures[key] > month else "settled"
