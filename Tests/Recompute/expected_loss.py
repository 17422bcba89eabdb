#!/usr/bin/env python3
"""Recomputes expected credit losses from exported positions and facts, and loans' schedules."""

import argparse
import json
import random
import sys
from calendar import monthrange
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

# A checkout stays as it was.
sys.dont_write_bytecode = True

from amounts import NotRecomputed, fixed, minor, month_number, month_text
from default_curves import Curves, Moves
from loan_losses import STAGES, LoanLoss, interest_to_come, rounded, row_reason, to_come
from loss_facts import LoanFacts
from loss_report import Report, compare_loan, named
from recompute import Comparison, Program


def sample(rows, count, seed):
    """Loans spread over stages and lines: one of each in turn, by a seed."""
    groups, source, chosen = {}, random.Random(seed), []
    for row in sorted(rows, key=lambda row: (row["bank"], row["loan"])):
        groups.setdefault((STAGES[row_reason(row)], row["line"]), []).append(row)
    for key in sorted(groups):
        source.shuffle(groups[key])
    while len(chosen) < count and any(groups.values()):
        # Line after line, of each its stages, the worst first.
        for key in sorted(groups, key=lambda key: (key[1], -key[0])):
            if groups[key] and len(chosen) < count:
                chosen.append(groups[key].pop())
    return chosen


class Loans:
    """Loans explained by the program one by one, and recomputed."""

    def __init__(self, program, month, facts, moves, comparison):
        self.program, self.month, self.facts = program, month, facts
        self.moves, self.comparison, self._curves = moves, comparison, {}
        self.totals, self.decimals, self.incomplete = {}, {}, set()
        self.day = "%s-%02d" % (month_text(month), monthrange(month // 12, month % 12 + 1)[1])

    def curves(self, bank):
        return self._curves.setdefault(bank, Curves(self.moves, bank))

    def read(self, row):
        """The program's own explanation, and the loan as it stood at the month's end."""
        whose = ["--bank", row["bank"], "--format", "json"]
        texts = [self.program.lines("report", "ecl", "--month", month_text(self.month),
                                    "--loan", row["loan"], *whose),
                 self.program.lines("loan", "show", row["loan"], "--as-of", self.day, *whose)]
        return [json.loads("".join(text)) for text in texts]

    def run(self, rows, jobs):
        with ThreadPoolExecutor(jobs) as pool:
            for row, (found, shown) in zip(rows, pool.map(self.read, rows)):
                self.compare(row, found, shown)

    def compare(self, row, found, shown):
        key = row["bank"], row["loan"]
        name = "/".join(key)
        if key in self.facts.late:
            why = NotRecomputed("facts were booked after the run that wrote its position")
            self.comparison.cell("loans", name, "(all)", None, why)
            self.incomplete.add(row["bank"])
            self._total(row, found, {})
            return
        about = named(shown["loan"])
        rate = Fraction(about["rate_percent"]) / 100
        months = to_come(shown["schedule"], self.month, row.principal - row.due)
        self.comparison.cell("loans", name, "principal of the schedule to come",
                             fixed(sum(part for part, _ in months), row.decimals),
                             fixed(row.principal - row.due, row.decimals))
        if key not in self.facts.floating:
            for part, interest in interest_to_come(
                    shown["schedule"], self.day, rate, about["basis"]):
                self.comparison.cell("interest to come", "%s/%d" % (name, part["number"]),
                                     "interest", part["interest"], fixed(interest, row.decimals))
        loss = LoanLoss(row, months, rate, self.facts.fund_percent.get(key, 0),
                        about["is_on_probation"], self.curves(row["bank"]),
                        self.facts.assumed)
        compare_loan(name, found, loss, about["rate_percent"], self.comparison)
        if row["bank"] in self.facts.posting:
            posted = named(found["sections"]["inputs"]["rows"], "item")["ecl"]
            self.comparison.cell("posted", name, "provision", posted,
                                 fixed(row.general + row.special, row.decimals))
        self._total(row, found, loss.sums)

    def _total(self, row, found, scenarios):
        inputs = named(found["sections"]["inputs"]["rows"], "item")
        self.decimals[row["bank"]] = row.decimals
        total = self.totals.setdefault(
            row["bank"], dict.fromkeys(["loans", "exposure", "ecl", *self.facts.assumed.names], 0))
        total["loans"] += 1
        total["exposure"] += minor(inputs["exposure"])
        total["ecl"] += minor(inputs["ecl"])
        for name, amount in scenarios.items():
            total[name] += rounded(amount)

    def compare_totals(self):
        """All loans of a bank against the bank's own report: the sum of what the program says of
        each, and in each scenario of what was recomputed."""
        for bank, total in self.totals.items():
            text = self.program.lines("report", "ecl", "--month", month_text(self.month),
                                      "--bank", bank, "--format", "json")
            found = json.loads("".join(text))["sections"]["stages"]["totals"]
            for column, value in total.items():
                if column != "loans":
                    value = fixed(value, self.decimals[bank])
                if column in self.facts.assumed.names and bank in self.incomplete:
                    value = NotRecomputed("a loan of the bank was not")
                self.comparison.cell("all loans", bank, column, found[column], value)


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shanhai", "--program", metavar="PATH", help="the program")
    parser.add_argument("--month", metavar="YYYY-MM")
    parser.add_argument("--bank", metavar="CODE")
    parser.add_argument("--sponsor", metavar="CODE", nargs="?", const="")
    parser.add_argument("--loans", metavar="COUNT", type=int, default=50,
                        help="how many loans to recompute term by term (50)")
    parser.add_argument("--seed", type=int, default=1, help="of the choice of loans (1)")
    parser.add_argument("--all", action="store_true",
                        help="every loan, and that they add up to each bank's own report")
    parser.add_argument("--jobs", type=int, default=2, help="loans read at the same time (2)")
    parser.add_argument("--self-check", action="store_true", help="check this script itself")
    options = parser.parse_args()
    if not options.self_check:
        if not options.shanhai or not options.month:
            parser.error("--shanhai and --month are needed")
        if (options.bank is None) == (options.sponsor is None):
            parser.error("one of --bank and --sponsor is needed")
    return options


def main():
    options = parse()
    if options.self_check:
        import loss_self_check
        return loss_self_check.run()
    scope = ["--bank", options.bank] if options.bank else ["--sponsor", options.sponsor]
    program = Program(options.shanhai, [word for word in scope if word])
    month, comparison = month_number(options.month), Comparison()
    facts = LoanFacts(program.lines("export", "facts"), month)
    moves = Moves(facts, month)
    for past in range(max(facts.first_month, month - 13), month + 1):
        moves.add(past, program.positions(past), keep=past == month)
    text = program.lines("report", "ecl", "--month", options.month, "--format", "json",
                         *program.scope)
    loans = Loans(program, month, facts, moves, comparison)
    Report(json.loads("".join(text)), moves.rows, facts, comparison).compare(loans.curves)
    chosen = moves.rows if options.all else sample(moves.rows, options.loans, options.seed)
    loans.run(chosen, options.jobs)
    if options.all:
        loans.compare_totals()
    count = sum(sum(map(sum, rows)) for rows in moves.counts.values())
    print("counted: %d moves of loans not in default, %s" % (
        count, ", ".join("%s %d" % item for item in sorted(moves.ends.items()))))
    stages = [STAGES[row_reason(row)] for row in chosen]
    print("loans term by term: %d in stage 1, %d in stage 2, %d in stage 3" % tuple(
        stages.count(stage) for stage in (1, 2, 3)))
    comparison.print()
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
