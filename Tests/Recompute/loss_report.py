"""A portfolio's report of expected losses, and a loan's, compared with what was recomputed."""

from fractions import Fraction

from amounts import fixed, minor, percent
from default_curves import PERFORMING
from loan_losses import STAGES, exposure, loss_given_default, rounded, row_reason


class Sum:
    """Loans, what they owe, and of those in default what is lost."""

    def __init__(self):
        self.loans = self.exposure = self.lost = 0

    def add(self, row, lost):
        self.loans += 1
        self.exposure += exposure(row)
        self.lost += lost


def sums(rows, facts, key):
    """By a key of a row; the loss as if all were in default, rounded loan by loan."""
    by = {}
    for row in rows:
        share = loss_given_default(facts.fund_percent.get((row["bank"], row["loan"]), 0),
                                   facts.assumed.share(row["line"]))
        lost = rounded(Fraction(exposure(row) * share, 10_000))
        by.setdefault(key(row), Sum()).add(row, lost)
    return by


class Report:
    """The report of a portfolio: what follows from positions, and that its parts add up."""

    def __init__(self, report, rows, facts, comparison):
        self.sections, self.rows, self.facts = report["sections"], rows, facts
        self.comparison, self.losses = comparison, ["ecl", *facts.assumed.names]
        self.decimals = rows[0].decimals if rows else 2

    def money(self, value):
        return fixed(value, self.decimals)

    def compare(self, curves):
        self.parts("stages", "stage", lambda row: str(STAGES[row_reason(row)]), list("123"))
        self.parts("by_line", "line", lambda row: row["line"])
        if "by_bank" in self.sections:
            self.parts("by_bank", "bank", lambda row: row["bank"])
        self.in_default()
        self.reasons()
        self.provisions()
        self.scenarios()
        self.probabilities(curves)

    def parts(self, section, column, key, always=()):
        """Loans and exposure of each part, and that the parts add up to the total."""
        found, expected = self.sections[section], sums(self.rows, self.facts, key)
        cell, names = self.comparison.cell, [row[column] for row in found["rows"]]
        known = set(expected) | set(always)
        # A bank may be named without loans.
        names = [name for name in names if section != "by_bank" or name in known]
        cell(section, "(all)", column, sorted(names), sorted(known))
        whole = sums(self.rows, self.facts, lambda row: "total").get("total", Sum())
        for row in found["rows"] + [found["totals"]]:
            name = row[column]
            want = whole if name == "total" else expected.get(name, Sum())
            cell(section, name, "loans", row["loans"], want.loans)
            cell(section, name, "exposure", row["exposure"], self.money(want.exposure))
            cell(section, name, "share_percent", row["share_percent"],
                 percent(minor(row["ecl"]), minor(row["exposure"])))
        for loss in self.losses:
            cell(section, "total", loss + ", parts added", found["totals"][loss],
                 self.money(sum(minor(row[loss]) for row in found["rows"])))

    def in_default(self):
        """Of stage 3 the loss is the exposure × LGD in each scenario, loan by loan."""
        rows = [row for row in self.rows if STAGES[row_reason(row)] == 3]
        lost = sums(rows, self.facts, lambda row: 3).get(3, Sum()).lost
        for loss in self.losses:
            self.comparison.cell("stages", "3", loss, self.sections["stages"]["rows"][2][loss],
                                 self.money(lost))

    def reasons(self):
        """Probation and the class alone are one here: both are non-performing."""
        def merged(name):
            return "non-performing" if name == "probation" else name

        found, expected = {}, sums(self.rows, self.facts, row_reason)
        for row in self.sections["reasons"]["rows"]:
            entry = found.setdefault(merged(row["reason"]), [0, 0])
            entry[0] += row["loans"]
            entry[1] += minor(row["exposure"])
            self.comparison.cell("reasons", row["reason"], "stage", row["stage"],
                                 STAGES[row["reason"]])
        for name in sorted(set(found) | set(expected)):
            want = expected.get(name, Sum())
            self.comparison.cell("reasons", name, "loans and exposure",
                                 tuple(found.get(name, (0, 0))), (want.loans, want.exposure))
        self.comparison.cell(
            "reasons", "(all)", "ecl, parts added", self.sections["stages"]["totals"]["ecl"],
            self.money(sum(minor(row["ecl"]) for row in self.sections["reasons"]["rows"])))

    def provisions(self):
        if "provisions" not in self.sections:
            return
        rows = {row["item"]: row["amount"] for row in self.sections["provisions"]["rows"]}
        loss = self.sections["stages"]["totals"]["ecl"]
        required = sum(row.general + row.special for row in self.rows)
        for item, value in (("ecl", loss), ("required", self.money(required)),
                            ("beyond", self.money(minor(loss) - required))):
            self.comparison.cell("provisions", item, "amount", rows[item], value)

    def scenarios(self):
        found = [tuple(row.values()) for row in self.sections["scenarios"]["rows"]]
        expected = [(name, fixed(weight), fixed(factor, 3), applied_to)
                    for name, weight, factor, applied_to in self.facts.assumed.scenarios]
        self.comparison.cell("scenarios", "(all)", "rows", found, expected)

    def probabilities(self, curves):
        expected = []
        banks = list(dict.fromkeys(row["bank"] for row in self.rows))
        for bank, line in sorted({(row["bank"], row["line"]) for row in self.rows},
                                 key=lambda pair: (banks.index(pair[0]), pair[1])):
            own = curves(bank)
            source = own.source(line)[0]
            for state, days in enumerate(PERFORMING):
                seen = sum(own.moves.matrix(bank, line if source == "line" else None)[state])
                expected.append((bank, line, days, fixed(own.curve(line, state)[11], 10), source,
                                 seen, fixed(self.facts.assumed.share(line))))
        found = self.sections["probabilities"]["rows"]
        columns = ["bank", "line", "overdue_days", "probability", "source", "seen_loans",
                   "loss_given_default"]
        self.comparison.cell("probabilities", "(all)", "rows", len(found), len(expected))
        for row, want in zip(found, expected):
            for column, value in zip(columns, want):
                self.comparison.cell("probabilities", "/".join(want[:3]), column, row[column],
                                     value)


def named(rows, name="name", value="value"):
    return {row[name]: row[value] for row in rows}


def compare_loan(name, found, loss, rate_text, comparison):
    """A loan's explanation with a `LoanLoss`, cell by cell."""
    found = found["sections"]
    inputs, scenarios, terms = loss.sections(rate_text)
    values = named(found["inputs"]["rows"], "item")
    for item, value in inputs.items():
        comparison.cell("loans", name, item, values.get(item), value)
    rows = found["scenarios"]["rows"] + [found["scenarios"]["totals"]]
    comparison.cell("loans", name, "scenarios", [row["scenario"] for row in rows],
                    list(scenarios))
    for row in rows:
        for column, value in scenarios.get(row["scenario"], {}).items():
            comparison.cell("sums", "%s/%s" % (name, row["scenario"]), column, row[column], value)
    comparison.cell("loans", name, "number of terms", len(found["terms"]["rows"]), len(terms))
    for row, want in zip(found["terms"]["rows"], terms):
        which = "%s/%s/%d" % (name, want["scenario"], want["month"])
        for column, value in want.items():
            comparison.cell("terms", which, column, row[column], value)
