#!/usr/bin/env python3
"""Recomputes the portfolio risk report from exported positions and facts, cell by cell."""

import argparse
import json
import subprocess
import sys

# A checkout stays as it was.
sys.dont_write_bytecode = True

from amounts import NotRecomputed, minor, month_number, month_text
from facts import Facts
from months import History
from sections import Sections


class Program:
    """The program under test, run as a user would."""

    def __init__(self, path, scope):
        self.path, self.scope = path, scope

    def lines(self, *arguments):
        command = [self.path, *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
            yield from process.stdout
        if process.returncode:
            sys.exit("recompute: %s ended with %d" % (" ".join(command), process.returncode))

    def report(self, month):
        text = self.lines("report", "risk", "--month", month, "--format", "json", *self.scope)
        return json.loads("".join(text))

    def positions(self, month):
        return self.lines("export", "positions", "--month", month_text(month), "--format", "csv",
                          *self.scope)

    def booked(self, month, scope=None):
        """What the books took as interest and penalty interest in a month, and the provisions they
        hold at its end: a third source."""
        text = list(self.lines("report", "trial-balance", "--month", month_text(month),
                               "--format", "csv", *(scope or self.scope)))
        header = text[0].strip().split(",")
        income = held = 0
        for line in text[1:]:
            row = line.strip().split(",")
            # Names come before the amounts and may hold commas.
            cells = dict(zip(reversed(header), reversed(row)))
            if row[0] in ("601101", "601102"):
                income += minor(cells["credit"]) - minor(cells["debit"])
            elif row[0] == "1304":
                held += minor(cells["closing_credit"]) - minor(cells["closing_debit"])
        return income, held


class Comparison:
    """Counts what agrees; keeps what does not, and what could not be recomputed."""

    def __init__(self):
        self.agreed, self.differences, self.skipped = {}, [], []

    def cell(self, section, row, column, found, expected):
        self.agreed.setdefault(section, 0)
        if isinstance(expected, NotRecomputed):
            self.skipped.append((section, row, column, expected.why))
        elif type(found) is type(expected) and found == expected:
            self.agreed[section] += 1
        else:
            self.differences.append((section, row, column, found, expected))

    def row(self, section, name, columns, found, expected):
        for column in columns:
            if column not in expected:
                self.skipped.append((section, name, column, "no definition is known here"))
            else:
                self.cell(section, name, column, found.get(column), expected[column])

    def section(self, key, found, expected):
        columns = found["columns"]
        rows, totals, trends = (*expected, None)[:3]
        self.cell(key, "(all)", "number of rows", len(found["rows"]), len(rows))
        for got, want in zip(found["rows"], rows):
            name = "/".join(str(want[column]) for column in columns[:3]
                            if column in want and isinstance(want[column], (str, type(None)))
                            and column in NAMING)
            self.row(key, name, columns, got, want)
        if totals is None or found["totals"] is None:
            self.cell(key, "total", "totals", found["totals"], totals)
        else:
            self.row(key, "total", columns, found["totals"], totals)
        for want_row, got, want in zip(rows, found.get("trends") or [], trends or []):
            self.cell(key, want_row["figure"], "trend months", len(got), len(want))
            for place, (one, other) in enumerate(zip(got, want)):
                self.cell(key, want_row["figure"], "trend %d" % (place - 12), one, other)

    def print(self, out=sys.stdout):
        for section, row, column, found, expected in self.differences:
            print("differs: %s, %s, %s: found %s, expected %s" % (
                section, row, column, json.dumps(found, ensure_ascii=False),
                json.dumps(expected, ensure_ascii=False)), file=out)
        for section, row, column, why in self.skipped:
            print("not recomputed: %s, %s, %s: %s" % (section, row, column, why), file=out)
        for section, count in self.agreed.items():
            print("agrees: %s: %d cells" % (section, count), file=out)
        print("agreed: %d, differed: %d, not recomputed: %d" % (
            sum(self.agreed.values()), len(self.differences), len(self.skipped)), file=out)


# Columns whose texts name a row in messages.
NAMING = {"figure", "overdue_days", "class", "class_before", "item", "bank", "branch", "officer",
          "line", "product", "division", "village", "purpose", "category", "borrower", "sex", "first",
          "cohort", "size", "kind", "reference", "limit", "cut", "days_before"}


def compare(report, history, comparison):
    sections = Sections(history)
    for key, found in report["sections"].items():
        expected = sections.section(key, found["columns"])
        if expected is None:
            for row in range(len(found["rows"])):
                comparison.row(key, str(row), found["columns"], {}, {})
        else:
            comparison.section(key, found, expected)
    rows = history.report_rows
    comparison.agreed["positions"] = rows.checked - len(rows.faults)
    comparison.differences += [("positions", *fault) for fault in rows.faults]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shanhai", metavar="PATH", help="the program")
    parser.add_argument("--month", metavar="YYYY-MM")
    parser.add_argument("--bank", metavar="CODE")
    parser.add_argument("--sponsor", metavar="CODE", nargs="?", const="")
    parser.add_argument("--self-check", action="store_true", help="check this script itself")
    options = parser.parse_args()
    if options.self_check:
        import self_check
        return self_check.run()
    if not options.shanhai or not options.month:
        parser.error("--shanhai and --month are needed")
    if (options.bank is None) == (options.sponsor is None):
        parser.error("one of --bank and --sponsor is needed")
    scope = ["--bank", options.bank] if options.bank else ["--sponsor", options.sponsor]
    program = Program(options.shanhai, [word for word in scope if word])
    month = month_number(options.month)
    report = program.report(options.month)
    whose = "bank_code" if options.bank else "sponsor_code"
    facts = Facts(program.lines("export", "facts"), month, **{whose: report["code"]})
    history = History(facts, month)
    history.run(program.positions)
    for past, figures in history.months.items():
        if past > month - 13:
            figures.interest_income, figures.held = program.booked(past)
    for bank in history.report_rows.banks:
        history.months[month].held_by[bank] = program.booked(month, ["--bank", bank])[1]
    history.report_rows.finish()
    comparison = Comparison()
    compare(report, history, comparison)
    comparison.print()
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
