"""A small book worked out by hand, and wrong ways to count it that have to be noticed."""

import copy
import json

from amounts import half_up, percent
from facts import Facts
from months import History
from sections import Sections

COLUMNS = (
    "bank,loan,branch,line,product,officer,division,village,purpose,category,borrower,sex,first,"
    "cohort,size,borrower_reference,group,starts_on,matures_on,class,granted,principal,principal_due,"
    "interest_due,interest_running,penalty_due,book_principal,general_provision,"
    "special_provision,principal_overdue_days,interest_overdue_days,restructured,non_accrual\n")

# Loan: granted; in February and March the class, principal, due, days overdue, restructured.
#
#   A  of 10,000.00 only an instalment of 500.00 is due, 40 days late: all of it is at risk
#   B  current
#   C  restructured and current: at risk
#   D  10 days late: not more than 30
#   E  repaid on 10 March, a year before its end: prepaid
LOANS = {
    "A": (1_000_000, ("normal", 1_000_000, 0, 0, "no"),
          ("special-mention", 1_000_000, 50_000, 40, "no")),
    "B": (2_000_000, ("normal", 2_000_000, 0, 0, "no"), ("normal", 2_000_000, 0, 0, "no")),
    "C": (3_000_000, ("normal", 3_000_000, 0, 0, "no"),
          ("special-mention", 3_000_000, 0, 0, "yes")),
    "D": (4_000_000, ("normal", 4_000_000, 0, 0, "no"),
          ("special-mention", 4_000_000, 100_000, 10, "no")),
    "E": (500_000, ("normal", 500_000, 0, 0, "no"), None),
}
FEBRUARY, MARCH = 2025 * 12 + 1, 2025 * 12 + 2

# PAR30 of the book, and what the well-known wrong ways make of it.
RIGHT = ("40000.00", "40.00")
WRONG = {
    "the overdue amount over what is outstanding": ("500.00", "0.50"),
    "instalments to come left out": ("30500.00", "30.50"),
    "restructured loans left out": ("10000.00", "10.00"),
}


def number(loan):
    return str(101202500000010 + ord(loan) - ord("A"))


def fact_lines():
    def line(table, **row):
        return json.dumps({"table": table, "row": row}, separators=(",", ":"))

    def fact(loan, kind, on, amount):
        return line("facts", bank_id=101, loan_id=ord(loan), kind=kind, effective_on=on,
                    booked_on=on, amount=amount)

    yield line("sponsors", sponsor_id=1, code="sponsor")
    yield line("banks", bank_id=101, code="bank", number="101", currency="CNY",
               currency_decimals=2, sponsor_id=1)
    yield line("bank_capital", bank_id=101, effective_on="2024-12-31", net_capital=20_000_000)
    yield line("bank_capital", bank_id=101, effective_on="2025-12-31", net_capital=1)
    for loan, (granted, _, _) in LOANS.items():
        yield line("loans", bank_id=101, loan_id=ord(loan), loan_number=number(loan),
                   borrower_id=ord(loan), granted=granted, matures_on="2026-03-10")
    for loan, (granted, _, _) in LOANS.items():
        yield fact(loan, "disbursed", "2025-02-03", granted)
    yield fact("E", "repaid", "2025-03-10", 501_000)
    yield fact("A", "written-off", "2025-04-02", None)


def position_lines(month):
    yield COLUMNS
    if month not in (FEBRUARY, MARCH):
        return
    for loan, (granted, *states) in LOANS.items():
        state = states[month - FEBRUARY]
        if state is None:
            continue
        risk_class, principal, due, days, restructured = state
        special = principal * 2 // 100 if risk_class == "special-mention" else 0
        amounts = [granted, principal, due, 0, 0, 0, principal, principal // 100, special]
        yield ",".join(
            ["bank", number(loan), "head", "microcredit", "microcredit/1", "officer", "659004",
             "village", "crop", "any", "household", "female", "first", "2025Q1",
             "0-5", loan, "", "2025-02-03", "2026-03-10", risk_class]
            + ["%d.%02d" % divmod(amount, 100) for amount in amounts]
            + [str(days), "0", restructured, "no"]) + "\n"


def checks():
    """(what, found, expected)"""
    yield "half up", half_up(125, 10), 13
    yield "half up, below", half_up(124, 10), 12
    yield "per cent of nothing", percent(1, 0), None
    history = History(Facts(fact_lines(), MARCH, bank_code="bank"), MARCH)
    history.run(position_lines)
    history.report_rows.finish()
    sections = Sections(history)
    yield "rows agree with themselves", history.report_rows.faults, []

    def cells(key, place, *columns):
        row = sections.section(key, ["month_3"])[0][place]
        return tuple(row[column] for column in columns)

    yield "outstanding", cells("portfolio", 0, "loans", "amount"), (4, "100000.00")
    yield "PAR1", cells("portfolio", 1, "amount", "share_percent"), ("80000.00", "80.00")
    yield "PAR30", cells("portfolio", 2, "amount", "share_percent"), RIGHT
    yield "PAR60", cells("portfolio", 3, "amount", "share_percent"), ("30000.00", "30.00")
    yield "repaid", cells("summary", 4, "value", "last_month"), ("5000.00", "0.00")
    yield "disbursed", cells("summary", 3, "value", "last_month"), ("0.00", "105000.00")
    yield "provision", cells("provision", 2, "amount", "share_of_npl"), ("2600.00", None)
    yield "prepaid", cells("class_moves", 0, "normal", "prepaid"), ("20000.00", "5000.00")
    yield "rolled", cells("roll_rates", 0, "0", "31-60", "prepaid"), ("47.62", "9.52", "4.76")
    yield "the largest", cells("limits", 0, "limit", "value", "breach"), (
        "single_borrower", "20.00", True)
    yield "a quarter", cells("vintages", 0, "loans", "granted", "small", "month_3"), (
        5, "105000.00", True, None)
    yield from wrong_ways(sections)


def wrong_ways(sections):
    from recompute import Comparison
    rows, _ = sections.portfolio()
    report = {"columns": list(rows[0]), "rows": copy.deepcopy(rows), "totals": None}
    honest = Comparison()
    honest.section("portfolio", report, (rows, None))
    yield "a right report agrees", honest.differences, []
    for way, (amount, share) in WRONG.items():
        report["rows"] = copy.deepcopy(rows)
        report["rows"][2].update(amount=amount, share_percent=share)
        comparison = Comparison()
        comparison.section("portfolio", report, (rows, None))
        yield way, [item[1:] for item in comparison.differences], [
            ("par_30", "amount", amount, RIGHT[0]), ("par_30", "share_percent", share, RIGHT[1])]


def run(them=None):
    """Prints each of some checks, or of these here; 1 if one is wrong."""
    failed = 0
    for what, found, expected in them or checks():
        if found != expected:
            failed += 1
        print("%s: %s" % ("right" if found == expected else "WRONG", what), end="")
        print("" if found == expected else ", found %r, expected %r" % (found, expected))
    return 1 if failed else 0
