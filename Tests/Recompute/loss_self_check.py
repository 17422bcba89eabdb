"""Moves and a loan worked out by hand, and wrong expected losses that have to be noticed."""

import copy
import json
from fractions import Fraction

from default_curves import CERTAIN, Curves, Moves, cumulative, monthly
from loan_losses import (STAGES, Assumed, LoanLoss, discounts, exposures, interest_to_come,
                         loss_given_default, reason, row_reason, scaled, to_come)
from loss_facts import LoanFacts
from loss_report import Report, compare_loan
from recompute import Comparison
import self_check
from self_check import COLUMNS, FEBRUARY, MARCH

# Days overdue in February and March; None: no position. W is written off, S settled in the month
# of its signed end, E repaid before it, N new, D was in default and is cured: no move.
LOANS = {"A": (0, 0), "B": (0, 0), "C": (0, 0), "F": (0, 0), "G": (0, 0), "H": (0, 0),
         "L": (0, 12), "W": (0, None), "S": (0, None), "E": (0, None), "N": (None, 0),
         "D": (91, 0)}
# Six stay, one is late, one is lost, two are gone. With one more for each move that can be (0,
# 1-30, 31-60, settled, prepaid) these are 7, 2, 1, 0, 1, 4 of 15; of what is left after cutting
# off, 1e-12 each goes to the first three of the four with two thirds.
CURRENT = [466_666_666_667, 133_333_333_333, 66_666_666_667, 0, 66_666_666_667, 266_666_666_666]
# Nothing was seen: one of each, two ways to be gone. 30 + 31 days are 61, and no default.
LATE = [166_666_666_667] * 3 + [166_666_666_666, 0, 333_333_333_333]
LATER = [142_857_142_857] * 5 + [285_714_285_715]

# 1,000.00 owed in two instalments of 600.00 and 400.00 with interest of 10.00 and 5.00; of the
# first 4.00 has run. Restructured, at 12 %. A default in months 1 to 4 owes 1,010.00: the first
# payment was missed; in month 5 the second, 405.00.
SCHEDULE = [
    {"due_on": "2026-03-20", "principal": "50.00", "interest": "1.00", "subsidised": "0.00"},
    {"due_on": "2026-04-20", "principal": "600.00", "interest": "12.00", "subsidised": "2.00"},
    {"due_on": "2026-05-20", "principal": "400.00", "interest": "5.00", "subsidised": "0.00"}]
CURVE = [20_000_000_000] + [50_000_000_000] * 3 + [60_000_000_000] * 8
BASE = [
    (1, "1010.00", "2.0000000000", "0.990099009901", "9.000000"),
    (2, "1010.00", "3.0000000000", "0.980296049407", "13.366336"),
    (3, "1010.00", "0.0000000000", "0.970590147928", "0.000000"),
    (4, "1010.00", "0.0000000000", "0.960980344483", "0.000000"),
    (5, "405.00", "1.0000000000", "0.951465687607", "1.734046")]
# 0.45 × Σ; better: 1.6064 %, 2.4340 %, 0.8179 % in months 1, 2 and 5; worse: 2.7778 %, 4.0850 %,
# 1.3404 %. The mean: 12.050191 + 3.898328 + 9.907389.
SUMS = {"base": "24.100382", "better": "19.491642", "worse": "33.024630", "mean": "25.855908"}

# Where a wrong way shows: section, row's key, its value, column, and what is found there.
WRONG = {
    "no months of missed payments": ("terms", 1, "exposure", "405.00", "1010.00"),
    "interest run beside the interest it is part of": (
        "terms", 0, "exposure", "1014.00", "1010.00"),
    "cumulative for marginal probability": (
        "terms", 1, "probability", "5.0000000000", "3.0000000000"),
    "nothing discounted": ("terms", 0, "discount", "1.000000000000", "0.990099009901"),
    "a fund's share that is not there": (
        "inputs", 6, "value", "22.50", "45.00"),
    "restructured, and in stage 1": ("inputs", 1, "value", "1", "2"),
    "twice rounded": ("inputs", 12, "value", "25.85", "25.86"),
    "the base scenario alone": ("totals", 0, "sum", "24.100382", "25.855908"),
}


class Settled:
    """A loan's line whose curve is given."""

    def source(self, line):
        return "line", 600

    def curve(self, line, state):
        return CURVE


def number(loan):
    return str(101202500000010 + ord(loan) - ord("A"))


def fact_lines():
    def line(table, **row):
        return json.dumps({"table": table, "row": row}, separators=(",", ":"))

    def fact(fact_number, loan, kind, on, reverses=None):
        return line("facts", bank_id=101, fact_number=fact_number, kind=kind, effective_on=on,
                    loan_id=loan and ord(loan), booked_on=on, reverses=reverses,
                    request="accrue\nmonth=2025-03\nprovisions=" if kind == "accrued" else "")

    yield line("banks", bank_id=101, code="bank")
    for loan in LOANS:
        yield line("loans", bank_id=101, loan_id=ord(loan), loan_number=number(loan),
                   matures_on="2026-03-10" if loan == "E" else "2025-03-10",
                   rate_index="LPR1Y" if loan == "F" else None)
    # Of what begins later, or is of another security, nothing is used; of scenarios the last day's.
    for name, share, security, since in [
            ("any", 5_000, "unsecured", "2024-01-01"), ("any", 9_000, "unsecured", "2025-04-01"),
            ("tourism", 7_000, "unsecured", "2024-01-01"), ("any", 1_000, "pledged", "2024-01-01"),
            ("tourism", 6_000, "unsecured", "2025-03-31")]:
        yield line("loss_shares", line=name, security=security, valid_from=since, share=share)
    for name, weight, factor, applied_to, since in [
            ("worst", 10_000, 3_000, "odds", "2024-01-01"),
            ("storm", 4_000, 2_000, "probability", "2025-03-01"),
            ("calm", 6_000, 1_000, "odds", "2025-03-01"),
            ("late", 10_000, 9_000, "odds", "2025-04-01")]:
        yield line("macro_scenarios", scenario=name, valid_from=since, weight=weight,
                   factor=factor, applied_to=applied_to)
    yield line("loan_payers", bank_id=101, loan_id=ord("A"), fund_share_percent=70)
    yield fact(1, "A", "disbursed", "2025-02-03")
    yield fact(2, "W", "written-off", "2025-03-02")
    yield fact(3, "B", "written-off", "2025-03-02")
    yield fact(4, "B", "reversed", "2025-03-03", 3)
    yield fact(5, None, "accrued", "2025-03-31")
    yield fact(6, "C", "repaid", "2025-03-31")


def position(loan, days, risk_class="normal", restructured="no", principal="1000.00"):
    amounts = [principal, principal, "0.00", "0.00", "4.00", "0.00", principal, "10.00", "0.00"]
    return ",".join(["bank", number(loan), "head", "microcredit"] + [""] * 13
                    + ["2025-02-03", "2026-03-10", risk_class] + amounts
                    + [str(days), "0", restructured, "no"]) + "\n"


def counted():
    """The moves of March, and its rows."""
    moves = Moves(LoanFacts(fact_lines(), MARCH), MARCH)
    for month in (FEBRUARY, MARCH):
        rows = [position(loan, days[month - FEBRUARY]) for loan, days in LOANS.items()
                if days[month - FEBRUARY] is not None]
        moves.add(month, [COLUMNS] + rows, keep=month == MARCH)
    return moves


def rows_of_stages():
    """One of each stage: 1,004.00 owed, and in default 2,004.00."""
    moves = Moves(LoanFacts(fact_lines(), MARCH), MARCH)
    moves.add(MARCH, [COLUMNS, position("B", 30), position("L", 31, "special-mention"),
                      position("D", 91, "substandard", principal="2000.00")], keep=True)
    return moves.rows


def exact_curve(rows, state, months):
    """The probability of a default after so many months, with nothing rounded."""
    now = [Fraction(place == state) for place in range(6)]
    for _ in range(months):
        now = [sum(now[place] * Fraction(rows[place][end], CERTAIN) for place in range(4))
               + (now[end] if end > 3 else 0) for end in range(6)]
    return now[4] * CERTAIN


def checks():
    """(what, found, expected)"""
    moves = counted()
    yield "moves", moves.matrix("bank", "microcredit")[0], [6, 1, 0, 0, 1, 2]
    yield "ends", moves.ends, {"written-off": 1, "settled": 1, "prepaid": 1, "new": 1}
    rows = monthly(moves.matrix())
    yield "smoothed", rows, [CURRENT, LATE, LATER, LATER]
    yield "too few for a line", Curves(moves, None).source("microcredit"), ("portfolio", 10)
    curve = cumulative(rows, 0, 24)
    yield "a month", curve[0], CURRENT[4]
    # 7/15 × 1/15 + 1/15 × 1/7 + 1/15 = 169/1575
    yield "two months", abs(curve[1] - Fraction(169 * CERTAIN, 1575)) < 2, True
    yield "24 months", abs(curve[23] - exact_curve(rows, 0, 24)) < 24, True
    yield "odds", [scaled(20_000_000_000, factor) for factor in (1_000, 1_400)], [
        20_000_000_000, 27_777_777_778]
    yield "what is sure", scaled(CERTAIN, 1_400), CERTAIN
    yield "discount", discounts(Fraction(12, 100), 2), [990_099_009_901, 980_296_049_407]
    yield "as a probability", [scaled(part, 1_400, "probability") for part in (
        20_000_000_000, 800_000_000_000)], [28_000_000_000, CERTAIN]
    yield "after a fund", loss_given_default(70, 4_500), 1_350
    assumed = moves.facts.assumed
    yield "assumed scenarios", assumed.scenarios, [
        ("calm", 6_000, 1_000, "odds"), ("storm", 4_000, 2_000, "probability")]
    yield "assumed losses", [assumed.share(line) for line in ("tourism", "industry")], [
        6_000, 5_000]
    yield "nothing set", (Assumed().names, Assumed().share("tourism")), (
        ["base", "better", "worse"], 4_500)
    yield "a reversed write-off", sorted(moves.facts.written), [("bank", number("W"))]
    yield "booked after the run", moves.facts.late, {("bank", number("C"))}
    yield "a floating loan", moves.facts.floating, {("bank", number("F"))}
    yield "a fund's loan", moves.facts.fund_percent, {("bank", number("A")): 70}
    signs = [(91, 0, False), (90, 2, True), (90, 0, False), (31, 1, True), (30, 1, True),
             (30, 1, False), (30, 0, False)]
    yield "stages", [STAGES[reason(*sign)] for sign in signs], [3, 3, 2, 2, 2, 2, 1]
    yield "probation", reason(0, 2, False, True), "probation"
    yield from of_a_loan()
    yield from of_a_report()


def of_a_loan():
    moves = Moves(None, MARCH)
    moves.add(MARCH, [COLUMNS, position("A", 0, "special-mention", "yes")], keep=True)
    row = moves.rows[0]
    months = to_come(SCHEDULE, 2026 * 12 + 2, 100_000)
    yield "to come", months, [[60_000, 1_000], [40_000, 500]]
    # 400.00 × 12 % × 30/360, or 1/12: 4.00; the schedule has 5.00.
    schedule = [dict(row, balance="400.00") for row in SCHEDULE]
    for basis in ("actual/360", "months/12"):
        found = list(interest_to_come(schedule, "2026-03-31", Fraction(12, 100), basis))
        yield "interest to come, " + basis, found, [(schedule[2], 400)]
    yield "written off in part", to_come(SCHEDULE, 2026 * 12 + 2, 50_000), [
        [50_000, 1_000], [0, 500]]
    yield "no interest due yet", exposures(row, [[0, 0], [100_000, 900]], 5), [
        100_400, 100_400, 100_400, 100_400, 100_900]
    # 1 % a month of 1,000.00 for three months: 30.00 on 1,004.00.
    yield "interest of missed months", exposures(
        row, [[0, 0], [100_000, 900]], 1, Fraction(12, 100)), [103_400]
    loss = LoanLoss(row, months, Fraction(12, 100), 0, False, Settled(), Assumed(),
                    interest_months=0)
    inputs, sums, terms = loss.sections("12.00")
    yield "terms", [tuple(term[column] for column in (
        "month", "exposure", "probability", "discount", "product")) for term in terms[:5]], BASE
    yield "sums", {name: cells["sum"] for name, cells in sums.items()}, SUMS
    yield "a loss", (inputs["ecl"], inputs["reason"]), ("25.86", "restructured")
    totals = {"scenario": "mean", **sums.pop("mean")}
    found = {
        "inputs": {"rows": [{"item": item, "value": value} for item, value in inputs.items()]},
        "scenarios": {"rows": [{"scenario": name, **cells} for name, cells in sums.items()],
                      "totals": totals},
        "terms": {"rows": terms}}
    yield "a right loan agrees", differences(found, loss), []
    for way, (section, place, column, wrong, right) in WRONG.items():
        changed = copy.deepcopy(found)
        rows = [changed["scenarios"]["totals"]]
        if section != "totals":
            rows = changed[section]["rows"]
        rows[place][column] = wrong
        yield way, differences(changed, loss), [(wrong, right)]


def differences(found, loss):
    comparison = Comparison()
    compare_loan("A", {"sections": found}, loss, "12.00", comparison)
    return [item[3:] for item in comparison.differences]


def of_a_report():
    """Of stage 3, 2,004.00 × 45 % = 901.80 is lost."""
    def row(stage, loans, owed, lost, share):
        return {"stage": stage, "loans": loans, "exposure": owed, "ecl": lost,
                "share_percent": share, "base": lost, "better": lost, "worse": lost}

    right = {"rows": [row("1", 1, "1004.00", "10.00", "1.00"),
                      row("2", 1, "1004.00", "50.20", "5.00"),
                      row("3", 1, "2004.00", "901.80", "45.00")],
             "totals": row("total", 3, "4012.00", "962.00", "23.98")}

    def compared(stages):
        comparison, facts = Comparison(), LoanFacts(fact_lines(), MARCH)
        facts.assumed = Assumed()
        report = Report({"sections": {"stages": stages}}, rows_of_stages(), facts, comparison)
        report.parts("stages", "stage", lambda row: str(STAGES[row_reason(row)]), list("123"))
        report.in_default()
        return [item[1:] for item in comparison.differences]

    yield "a right report agrees", compared(right), []
    wrong = copy.deepcopy(right)
    wrong["totals"]["worse"] = "962.01"
    yield "parts that do not add up", compared(wrong), [
        ("total", "worse, parts added", "962.01", "962.00")]
    wrong = copy.deepcopy(right)
    wrong["rows"][2]["base"], wrong["totals"]["base"] = "901.79", "961.99"
    yield "a default that is there, and not certain", compared(wrong), [
        ("3", "base", "901.79", "901.80")]
    wrong = copy.deepcopy(right)
    wrong["rows"][0]["loans"], wrong["rows"][1]["loans"] = 2, 0
    yield "31 days overdue in stage 1", compared(wrong), [
        ("1", "loans", 2, 1), ("2", "loans", 0, 1)]


def run():
    return self_check.run(checks())
