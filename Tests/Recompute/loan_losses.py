"""The expected loss of one loan from its position, its schedule and its curve: exact fractions."""

from datetime import date
from fractions import Fraction

from amounts import fixed, half_up, minor, month_number
from default_curves import CERTAIN

# Months missed before a default.
MISSED = 3
NON_PERFORMING = 2
STAGES = {"overdue-over-90": 3, "probation": 3, "non-performing": 3, "overdue-over-30": 2,
          "restructured": 2, "special-mention": 2, "no-increase": 1}


class Assumed:
    """What is assumed of losses at a month's end.

    `scenarios`: name, weight in ten-thousandths, factor in thousandths, what the factor is applied
    to; `shares`: the loss given default of what is unsecured by line or `any`, in ten-thousandths.
    Without rows of the catalog what a bank begins with.
    """

    def __init__(self, scenarios=None, shares=None):
        self.scenarios = scenarios or [
            ("base", 5_000, 1_000, "odds"), ("better", 2_000, 800, "odds"),
            ("worse", 3_000, 1_400, "odds")]
        self.shares = {"any": 4_500, **(shares or {})}

    @property
    def names(self):
        return [name for name, *_ in self.scenarios]

    def share(self, line):
        return self.shares.get(line, self.shares["any"])


def reason(days, risk_class, restructured, probation=False):
    """The first that holds."""
    signs = [("overdue-over-90", days > 90), ("probation", probation),
             ("non-performing", risk_class >= NON_PERFORMING), ("overdue-over-30", days > 30),
             ("restructured", restructured), ("special-mention", risk_class == 1)]
    return next((name for name, holds in signs if holds), "no-increase")


def row_reason(row):
    """As a position tells it: of probation it knows the class alone."""
    return reason(row.days, row.risk_class, row.restructured)


def due_unpaid(row):
    return row.due + (row.interest + row.penalty if row.accrues else 0)


def running(row):
    return row.running if row.accrues else 0


def exposure(row):
    """What is owed: principal due or not; if it accrues interest due and running, penalty."""
    return row.principal - row.due + due_unpaid(row) + running(row)


def loss_given_default(fund_percent, share):
    """After a fund's share, half up to 1e-4."""
    return half_up(share * (100 - fund_percent), 100)


def scaled(probability, factor, applied_to="odds"):
    """A probability that is multiplied, or whose odds are, in 1e-12."""
    more = probability * factor
    if applied_to == "probability":
        return min(CERTAIN, half_up(more, 1_000))
    return half_up(CERTAIN * more, more + 1_000 * (CERTAIN - probability))


def discounts(rate, months):
    """What one is worth that comes in 1, 2, … months, in 1e-12: each from the one before.

    `rate` is a fraction, a year's."""
    factors, now = [], CERTAIN
    for _ in range(months):
        worth = now / (1 + rate / 12)
        now = half_up(worth.numerator, worth.denominator)
        factors.append(now)
    return factors


def to_come(schedule, month, principal):
    """Principal and borrower's interest of each month after `month`, in minor units.

    What a schedule has beyond the principal that is owed was written off, the last of it first."""
    months = []
    for row in schedule:
        ahead = month_number(row["due_on"]) - month
        if ahead < 1:
            continue
        months += [[0, 0] for _ in range(ahead - len(months))]
        months[ahead - 1][0] += minor(row["principal"])
        months[ahead - 1][1] += minor(row["interest"]) - minor(row["subsidised"])
    beyond = sum(part for part, _ in months) - principal
    for instalment in reversed(months):
        lost = max(0, min(beyond, instalment[0]))
        instalment[0] -= lost
        beyond -= lost
    return months


def interest_to_come(schedule, last_day, rate, basis):
    """(instalment, its whole interest) where a fixed rate settles it: of the periods between two
    due days to come, by actual/360, or months/12 where these are whole."""
    for before, row in zip(schedule, schedule[1:]):
        start, end = (date.fromisoformat(each["due_on"]) for each in (before, row))
        if before["due_on"] <= last_day or basis not in ("actual/360", "months/12"):
            continue
        if basis == "months/12" and start.day != end.day:
            continue
        months = (end.year - start.year) * 12 + end.month - start.month
        year = Fraction((end - start).days, 360) if basis == "actual/360" else Fraction(months, 12)
        yield row, rounded(minor(before["balance"]) * rate * year)


def exposures(row, months, count, rate=0, interest_months=MISSED):
    """What is owed in a default in month 1, 2, …: the last payment was made before month f, three
    months earlier; interest that runs today is owed until interest falls due, and is part of it;
    the principal bears interest for three months more."""
    amounts = []
    for month in range(1, count + 1):
        first = max(1, month - MISSED)
        principal = sum(part for part, _ in months[first - 1:])
        interest = months[first - 1][1] if first <= len(months) else 0
        has_fallen_due = any(part > 0 for _, part in months[:first])
        run = 0 if has_fallen_due else running(row)
        more = rounded(Fraction(principal) * rate * interest_months / 12)
        amounts.append(due_unpaid(row) + principal + interest + run + more)
    return amounts


class LoanLoss:
    """A loan's terms, sums and loss.

    In: its position, the borrower's part of the schedule to come by month, the yearly rate, the
    fund's share in per cent, whether it is on probation, its bank's `Curves`, what is `Assumed`,
    and the months of interest that are owed on top in a default.
    """

    def __init__(self, row, months, rate, fund_percent, probation, curves, assumed,
                 interest_months=MISSED):
        self.row, self.rate, self.fund_percent = row, rate, fund_percent
        self.assumed = assumed
        self.reason = reason(row.days, row.risk_class, row.restructured, probation)
        self.stage = STAGES[self.reason]
        self.share = loss_given_default(fund_percent, assumed.share(row["line"]))
        self.source = curves.source(row["line"])[0]
        if self.stage == 3:
            self.months, owed, factors, curve = [0], [exposure(row)], [CERTAIN], None
        else:
            count = max(1, len(months) + MISSED)
            count = min(count, 12) if self.stage == 1 else count
            self.months = list(range(1, count + 1))
            owed = exposures(row, months, count, rate, interest_months)
            factors = discounts(rate, count)
            curve = curves.curve(row["line"], row.state)
        self.terms = [(name, *term) for name, _, factor, applied_to in assumed.scenarios
                      for term in self._terms(owed, factors, curve, factor, applied_to)]
        self.sums = {name: sum(term[-1] for term in self.terms if term[0] == name)
                     for name in assumed.names}
        self.mean = sum(self.sums[name] * Fraction(weight, 10_000)
                        for name, weight, *_ in assumed.scenarios)

    def _terms(self, owed, factors, curve, factor, applied_to):
        """(month, exposure, probability, discount factor, product)"""
        before = 0
        for month, amount, discount in zip(self.months, owed, factors):
            until = scaled(curve[month - 1], factor, applied_to) if curve else CERTAIN
            probability, before = until - before, until
            product = Fraction(amount * self.share * probability * discount,
                               10_000 * CERTAIN * CERTAIN)
            yield month, amount, probability, discount, product

    @property
    def loss(self):
        """Half up, once, in minor units."""
        return rounded(self.mean)

    def sections(self, rate_text):
        """The report's sections: {item: value}, {scenario: cells}, the terms' rows."""
        row, decimals = self.row, self.row.decimals

        def money(amount):
            return fixed(amount, decimals)

        def exact(amount):
            """With four decimals more than an amount has; the rest is cut off."""
            return fixed(int(amount * 10_000), decimals + 4)

        inputs = {
            "line": row["line"], "stage": str(self.stage), "reason": self.reason,
            "overdue_days": row.days, "rate_percent": rate_text,
            "fund_share_percent": fixed(self.fund_percent * 100),
            "loss_given_default": fixed(self.share), "source": self.source,
            "due_unpaid": money(due_unpaid(row)), "interest_running": money(running(row)),
            "principal_to_come": money(row.principal - row.due),
            "exposure": money(exposure(row)), "ecl": money(self.loss)}
        sums = {name: {"weight_percent": fixed(weight), "factor": fixed(factor, 3),
                       "sum": exact(self.sums[name])}
                for name, weight, factor, _ in self.assumed.scenarios}
        sums["mean"] = {"sum": exact(self.mean)}
        terms = [{"scenario": name, "month": month, "exposure": money(amount),
                  "probability": fixed(probability, 10), "loss_given_default": fixed(self.share),
                  "discount": fixed(discount, 12), "product": exact(product)}
                 for name, month, amount, probability, discount, product in self.terms]
        return inputs, sums, terms


def rounded(amount):
    return half_up(amount.numerator, amount.denominator)
