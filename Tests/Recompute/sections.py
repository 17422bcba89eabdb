"""The report's sections, each from its definition: (rows, totals) or (rows, totals, trends)."""

from fractions import Fraction

from amounts import (STANDARD, NotRecomputed, basis_points, expects_losses, fixed, half_up, memo, per_mille,
                     percent)
from months import (AGEING, AT_RISK, CLASSES, ENDS, FIRST_DEFAULT_STATE, OF_BANKS, STATES,
                    Month, Sums)

SIZES = ["0-5", "5-10", "10-50", "50-100", "100+"]
FARMERS_AND_SMALL_FIRMS = ("industry", "microcredit", "tourism")
SMALL_SAMPLE = 30


class Sections:
    def __init__(self, history):
        self.history, self.facts = history, history.facts
        self.month, self.rows = history.report_month, history.report_rows
        self.banks = {bank.code: bank for bank in self.facts.banks.values()}
        bank = next(iter(self.banks.values()))
        self.decimals, self.currency = bank.decimals, bank.currency
        self.now = history.months[self.month].all if self.month in history.months else Sums()

    def money(self, value):
        return fixed(value, self.decimals)

    def held(self):
        """The provisions held at the month's end."""
        month = self.history.months.get(self.month)
        return month.held if month else 0

    def share(self, part):
        return percent(part, self.now.principal)

    # Summary

    def figures(self, month):
        """(figure, unit, loans, value) of a month; values are None where nothing was seen."""
        figures = self.history.months.get(month, Month())
        sums, money = figures.all, self.currency
        bad, required, held = sums.non_performing, sums.required, figures.held
        rows = [
            ("outstanding", money, sums.loans, sums.principal),
            ("borrowers", "number", None, sums.borrowers),
            ("average_loan", money, None, half_up(sums.principal, sums.borrowers)),
            ("disbursed", money, None, figures.disbursed),
            ("repaid", money, None, figures.repaid),
            ("written_off", money, None, figures.written_off),
            ("interest_income", money, None, figures.interest_income),
            ("principal_due", money, None, sums.due),
            ("interest_due", money, None, sums.interest),
            ("restructured", money, *sums.restructured),
            ("non_performing", money, *bad),
            ("required_provision", money, None, required),
            ("held_provision", money, None, held),
        ]
        rows += [("par_%d" % limit, "%", loans, basis_points(amount, sums.principal))
                 for limit, (loans, amount) in zip(AT_RISK, sums.at_risk)]
        rows += [
            ("npl_ratio", "%", None, basis_points(bad[1], sums.principal)),
            ("risk_coverage", "%", None, basis_points(held, sums.at_risk[1][1])),
            ("provision_coverage", "%", None, basis_points(held, bad[1])),
            ("provision_ratio", "%", None, basis_points(held, sums.principal)),
        ]
        return rows if figures.seen else [(*row[:3], None) for row in rows]

    def summary(self):
        by_month = [self.figures(month) for month in range(self.month - 12, self.month + 1)]
        names = by_month[12]

        def value(month, place):
            return by_month[month][place][3]

        def text(unit, amount):
            if unit == "number" or amount is None:
                return amount
            return fixed(amount) if unit == "%" else self.money(amount)

        rows, trends = [], []
        for place, (figure, unit, loans, amount) in enumerate(names):
            rows.append({"figure": figure, "unit": unit, "loans": loans,
                         "value": text(unit, amount),
                         "last_month": text(unit, value(11, place)),
                         "last_year": text(unit, value(0, place))})
            trends.append([value(month, place) for month in range(13)])
        for figure, amount in self.of_the_year() + self.shares():
            rows.append({"figure": figure, "unit": "%", "loans": None, "value": fixed(amount),
                         "last_month": None, "last_year": None})
            trends.append([])
        return rows, None, trends

    def of_the_year(self):
        """What came in twelve months, or brought to a year, over the average of their ends."""
        months = [self.history.months[month] for month in range(self.month - 11, self.month + 1)
                  if month in self.history.months]
        outstanding = sum(month.all.principal for month in months)

        def ratio(name):
            values = [getattr(month, name) for month in months]
            unknown = [value for value in values if isinstance(value, NotRecomputed)]
            return unknown[0] if unknown else basis_points(12 * sum(values), outstanding)

        return [("yield", ratio("interest_income")), ("write_off_ratio", ratio("written_off"))]

    def member(self, cut, name):
        place = self.rows.members[cut].get(name)
        return self.rows.sums[cut][place].principal if place is not None else 0

    def shares(self):
        farmers = sum(self.member("line", line) for line in FARMERS_AND_SMALL_FIRMS)
        women, men = self.member("sex", "female"), self.member("sex", "male")
        return [
            ("farmers_and_small_firms", basis_points(farmers, self.now.principal)),
            ("women", basis_points(women, women + men)),
            ("first_time", basis_points(self.member("first", "first"), self.now.principal)),
        ]

    # The portfolio and its quality

    def portfolio(self):
        now, bad = self.now, self.now.non_performing

        def row(figure, amount, loans=None, shares=True, borrowers=None):
            return {"figure": figure, "loans": loans, "borrowers": borrowers,
                    "amount": self.money(amount),
                    "share_percent": self.share(amount) if shares else None}

        rows = [row("outstanding", now.principal, now.loans, borrowers=now.borrowers)]
        rows += [row("par_%d" % limit, amount, loans)
                 for limit, (loans, amount) in zip(AT_RISK, now.at_risk)]
        rows += [
            row("restructured", now.restructured[1], now.restructured[0]),
            row("principal_due", now.due),
            row("interest_due", now.interest, shares=False),
            row("interest_running", now.running, shares=False),
            row("penalty_due", now.penalty, shares=False),
            row("non_performing", bad[1], bad[0]),
            row("general_provision", now.general, shares=False),
            row("special_provision", now.special, shares=False),
            row("required_provision", now.required, shares=False),
            row("required_coverage", None, shares=False),
        ]
        rows[-1]["share_percent"] = percent(now.required, bad[1])
        return rows, None

    def tallies(self, key, names, tallies, more=lambda place: {}):
        def row(name, loans, amount, extra):
            return {key: name, "loans": loans, "amount": self.money(amount),
                    "share_percent": self.share(amount), **extra}

        rows = [row(name, *tallies[place], more(place)) for place, name in enumerate(names)]
        extra = {name: None for name in more(0)}
        return rows, row("total", self.now.loans, self.now.principal, extra)

    def ageing(self):
        return self.tallies("overdue_days", AGEING, self.now.ageing)

    def classes(self):
        def percent_of(place):
            parts = {None if expects_losses(rule) else per_mille(rule)[1][place] // 10
                     for rule in self.rules()}
            return parts.pop() if len(parts) == 1 else None

        return self.tallies("class", CLASSES, self.now.classes,
                            lambda place: {"special_provision_percent": percent_of(place)})

    def rules(self):
        """By which the banks with loans made the month's provisions, each once."""
        facts = self.rows.facts
        return {facts.rules[code] for code in self.rows.banks if code in facts.rules} or {STANDARD}

    def supervisory_table(self):
        """In ten thousand major units; each cell rounded by itself."""
        def row(name, amounts):
            cells = dict(zip(CLASSES + ["total"], amounts + [sum(amounts)]))
            return {"overdue_days": name,
                    **{column: fixed(half_up(amount, 100 * 10 ** self.decimals))
                       for column, amount in cells.items()}}

        table = self.now.table
        rows = [row(name, amounts) for name, amounts in zip(AGEING, table)]
        return rows, row("total", [sum(column) for column in zip(*table)])

    def class_moves(self):
        moves, ends = self.history.class_moves, CLASSES + ENDS
        rows = []
        for origin in CLASSES + ["new"]:
            cells = [moves.get((origin, end), (0, 0)) for end in ends]
            rows.append({"class_before": origin, "loans": sum(cell[0] for cell in cells),
                         **{end: self.money(cell[1]) for end, cell in zip(ends, cells)}})
        return rows, None

    def provision(self):
        now = self.now
        rows = [{"item": item, "amount": self.money(amount), "share_of_loans": self.share(amount),
                 "share_of_npl": percent(amount, now.non_performing[1])}
                for item, amount in (("general", now.general), ("special", now.special),
                                     ("required", now.required), ("held", self.held()))]
        rules = self.rules()
        if (now.loans or now.principal) and len(rules) == 1:
            # Rounded once a class: by 财金〔2012〕20号 1.5, 3, 30, 60, 100 % of each.
            other = sum(half_up(tally[1] * part, 1000) for parts in per_mille(memo(*rules))
                        for tally, part in zip(now.classes, parts))
            rows.append({"item": "other", "amount": self.money(other),
                         "share_of_loans": self.share(other),
                         "share_of_npl": percent(other, now.non_performing[1])})
        # What a bank holds too much serves no other.
        reserve = sum(max(0, sum(half_up(tally[1] * part, 1000) for tally, part in zip(
            sums.classes, (15, 30, 300, 600, 1000)))
            - self.history.months[self.month].held_by.get(code, 0))
            for code, sums in self.rows.banks.items())
        rows.append({"item": "general_reserve", "amount": self.money(reserve),
                     "share_of_loans": self.share(reserve),
                     "share_of_npl": percent(reserve, now.non_performing[1])})
        return rows + [{"item": "limit", "amount": None, "share_of_loans": "2.50",
                        "share_of_npl": "150.00"}], None

    # Cuts

    def cut_row(self, sums):
        bad = sums.non_performing[1]
        return {"outstanding": self.money(sums.principal), "loans": sums.loans,
                "borrowers": sums.borrowers, "par_30": self.money(sums.at_risk[1][1]),
                "par_30_percent": percent(sums.at_risk[1][1], sums.principal),
                "par_90": self.money(sums.at_risk[3][1]), "non_performing": self.money(bad),
                "npl_ratio": percent(bad, sums.principal),
                "required_provision": self.money(sums.required)}

    def cut(self, cut):
        of_banks = cut in OF_BANKS

        def order(member):
            if cut == "size":
                return SIZES.index(member)
            if cut == "first":
                return member == "again"
            return (self.banks[member[0]].number, member[1]) if of_banks else member

        rows = []
        for member in sorted(self.rows.members[cut], key=order):
            sums = self.rows.sums[cut][self.rows.members[cut][member]]
            label = {"bank": member[0], cut: member[1]} if of_banks else {cut: member}
            rows.append({**label, **self.cut_row(sums)})
        label = {"bank": None, cut: "total"} if of_banks else {cut: "total"}
        return rows, {**label, **self.cut_row(self.now)}

    def by_bank(self):
        """Ranked by PAR30 %, the lowest first; outliers by Tukey's fence, quartiles by rank."""
        codes = sorted(self.rows.banks, key=lambda code: self.banks[code].number)
        sums = [self.rows.banks[code] for code in codes]
        ratios = [Fraction(item.at_risk[1][1], item.principal) if item.principal else None
                  for item in sums]
        known = sorted(ratio for ratio in ratios if ratio is not None)
        low, high = (known[-(-len(known) * part // 4) - 1] if known else 0 for part in (1, 3))
        rows = []
        for code, item, ratio in zip(codes, sums, ratios):
            seen = ratio is not None
            rows.append({"bank": code, **self.cut_row(item),
                         "rank_par_30": 1 + sum(r < ratio for r in known) if seen else None,
                         "outlier": seen and ratio > high + (high - low) * 3 / 2})
        return rows, {"bank": "total", **self.cut_row(self.now), "rank_par_30": None,
                      "outlier": None}

    # Concentration

    def debtors(self, kind, bank=None):
        """(bank, reference, loans, principal), the largest first, equal ones by reference."""
        items = [(*key, *entry) for key, entry in self.rows.debtors[kind].items()
                 if bank in (None, key[0])]
        return sorted(items, key=lambda item: (-item[3], self.banks[item[0]].number, item[1]))

    def largest(self):
        rows = []
        for kind, limit in (("borrower", 1_000), ("group", None)):
            for bank, reference, loans, principal in self.debtors(kind)[:10]:
                capital = self.banks[bank].net_capital(self.month)
                rows.append((principal, {
                    "kind": kind, "bank": bank, "reference": reference, "loans": loans,
                    "principal": self.money(principal), "share": self.share(principal),
                    "percent_of_capital": percent(principal, capital) if capital else None,
                    "limit": fixed(limit) if limit else None,
                    "breach": bool(capital and limit) and principal * 10_000 > limit * capital}))
        rows.sort(key=lambda item: (item[1]["kind"], not item[1]["breach"], -item[0]))
        return [row for _, row in rows], None

    def limits(self):
        rows = []
        for code in sorted(self.rows.banks, key=lambda code: self.banks[code].number):
            capital = self.banks[code].net_capital(self.month)
            amounts = [item[3] for item in self.debtors("borrower", code)]
            tests = [("single_borrower", amounts[:1], 1_000), ("ten_largest", amounts[:10], 5_000)]
            for name, parts, limit in tests:
                if capital and parts:
                    rows.append({"bank": code, "limit": name, "unit": "%",
                                 "value": percent(sum(parts), capital),
                                 "at_least": None, "at_most": fixed(limit),
                                 "breach": sum(parts) * 10_000 > limit * capital})
            sums = self.rows.banks[code]
            held = self.history.months[self.month].held_by.get(code, 0)
            if sums.non_performing[1]:
                rows.append(self.least(code, "provision_coverage", held,
                                       sums.non_performing[1], 15_000))
            if sums.principal:
                rows.append(self.least(code, "provision_ratio", held, sums.principal, 250))
                lines = self.rows.lines_of_banks.get(code, {})
                meant = sum(lines.get(line, 0) for line in ("industry", "microcredit", "tourism"))
                rows.append(self.least(code, "farmers_and_small_firms", meant, sums.principal,
                                       9_000))
            if sums.borrowers:
                most = 350_000 * 10 ** self.decimals
                rows.append({"bank": code, "limit": "average_loan",
                             "unit": self.currency,
                             "value": self.money(half_up(sums.principal, sums.borrowers)),
                             "at_least": None, "at_most": self.money(most),
                             "breach": sums.principal > most * sums.borrowers})
        return sorted(rows, key=lambda row: not row["breach"]), None

    @staticmethod
    def least(bank, name, part, whole, limit):
        return {"bank": bank, "limit": name, "unit": "%", "value": percent(part, whole),
                "at_least": fixed(limit), "at_most": None,
                "breach": half_up(part * 10_000, whole) < limit}

    def concentration(self):
        rows = []
        for cut in ("line", "division", "purpose", "cohort"):
            parts = sorted((-self.rows.sums[cut][place].principal, name)
                           for name, place in self.rows.members[cut].items())
            parts = [(-amount, name) for amount, name in parts if amount]
            squares = sum(amount ** 2 for amount, _ in parts)
            top = parts[0] if parts else (None, None)
            rows.append({"cut": cut, "members": len(parts),
                         "herfindahl": basis_points(squares, self.now.principal ** 2),
                         "largest": top[1],
                         "largest_share": self.share(top[0]) if parts else None})
        return rows, None

    # What became of loans

    def curves(self, ages, amount):
        rows = []
        for name in sorted(self.history.vintages):
            cohort = self.history.vintages[name]
            cells = {}
            for age in ages:
                reached = cohort["last"] + age <= self.month
                seen = self.history.first_seen is not None
                seen = seen and cohort["earliest"] >= self.history.first_seen
                cells["month_%d" % age] = (
                    percent(amount(cohort, age), cohort["granted"]) if reached and seen else None)
            rows.append({"cohort": name, "loans": cohort["loans"],
                         "granted": self.money(cohort["granted"]),
                         "small": cohort["loans"] < SMALL_SAMPLE, **cells})
        return rows, None

    def vintages(self, ages):
        return self.curves(ages, lambda cohort, age: sum(
            granted for at, granted in cohort["defaults"].items() if at <= age))

    def vintages_par_30(self, ages):
        return self.curves(ages, lambda cohort, age: cohort["at_risk"].get(age, 0))

    def moves(self, moves):
        rows, ends = [], STATES + ENDS
        for origin in STATES:
            cells = [moves.get((origin, end), (0, 0)) for end in ends]
            whole = sum(cell[1] for cell in cells)
            rows.append({"days_before": origin, "loans": sum(cell[0] for cell in cells),
                         "principal": self.money(whole),
                         **{end: percent(cell[1], whole) for end, cell in zip(ends, cells)}})
        return rows, None

    def outcomes(self):
        performing, default = STATES[:FIRST_DEFAULT_STATE], STATES[FIRST_DEFAULT_STATE:]

        def row(figure, moves, origins, ends):
            entries = [(key, entry[0]) for key, entry in moves.items() if key[0] in origins]
            loans = sum(count for key, count in entries if key[1] in ends)
            whole = sum(count for _, count in entries)
            return {"figure": figure, "loans": loans, "of_loans": whole,
                    "share": percent(loans, whole), "months": None}

        month, year = self.history.month_days, self.history.year_days
        ages = sorted(age for _, age in self.history.firsts_of_default)
        return [
            row("cured_in_month", month, default, performing + ["settled", "prepaid"]),
            row("default_in_month", month, performing, default + ["written-off"]),
            row("default_in_year", year, performing, default + ["written-off"]),
            row("prepaid_in_month", month, performing, ["prepaid"]),
            {"figure": "months_to_default", "loans": len(ages), "of_loans": None,
             "share": None, "months": ages[(len(ages) - 1) // 2] if ages else None},
        ], None

    def section(self, key, columns):
        """A section by its key; None for one that is not known here."""
        ages = [int(name[6:]) for name in columns if name.startswith("month_")]
        if key.startswith("by_") and key != "by_bank":
            return self.cut(key[3:]) if key[3:] in self.rows.members else None
        if key in ("vintages", "vintages_par_30"):
            return getattr(self, key)(ages)
        if key == "roll_rates":
            return self.moves(self.history.month_days)
        if key == "transitions_12_months":
            return self.moves(self.history.year_days)
        known = ("summary", "portfolio", "ageing", "supervisory_table", "classes", "class_moves",
                 "provision", "by_bank", "largest", "limits", "concentration", "outcomes")
        return getattr(self, key)() if key in known else None
