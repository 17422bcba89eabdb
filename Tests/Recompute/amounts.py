"""Exact figures: amounts in minor units, per cents in hundredths, rounded half up."""


class NotRecomputed:
    """Stands for a cell that positions and facts do not settle."""

    def __init__(self, why):
        self.why = why


def half_up(part, whole):
    """part / whole as an integer, halves up; None when the whole is zero."""
    if isinstance(part, NotRecomputed):
        return part
    return (2 * part + whole) // (2 * whole) if whole else None


def basis_points(part, whole):
    """part / whole in hundredths of a per cent."""
    if isinstance(part, NotRecomputed):
        return part
    return half_up(part * 10_000, whole)


def fixed(value, decimals=2):
    """An integer of minor units as text: 123456 is 1234.56."""
    if value is None or isinstance(value, NotRecomputed):
        return value
    sign, digits = "-" if value < 0 else "", str(abs(value)).rjust(decimals + 1, "0")
    return sign + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)


def percent(part, whole):
    """part / whole as per cent with two decimals, as text."""
    return fixed(basis_points(part, whole))


def minor(text):
    """The text of an amount, always with all its decimals, in minor units."""
    return int(text.replace(".", ""))


def month_number(text):
    """2026-03, or a day of it, as a number of months."""
    return int(text[:4]) * 12 + int(text[5:7]) - 1


def month_text(number):
    return "%04d-%02d" % (number // 12, number % 12 + 1)


def quarter_text(number):
    return "%04dQ%d" % (number // 12, number % 12 // 3 + 1)


# By which provisions are made where a run's fact does not say: the guideline of 2002.
STANDARD = "guideline-2002/25/50"


def line_of(request, name):
    """What a run's fact says of a thing; None if nothing."""
    for line in request.split("\n"):
        if line.startswith(name + "="):
            return line[len(name) + 1:]
    return None


def per_mille(rule):
    """The general and special provision of each class by a rule's percentages."""
    regime, substandard, doubtful = rule.split("/")
    if regime == "coefficients-2012":
        return [15, 0, 0, 0, 0], [0, 30, 300, 600, 1000]
    return [10] * 5, [0, 20, 10 * int(substandard), 10 * int(doubtful), 1000]


def expects_losses(rule):
    """Whether a loan's provision is its expected loss, which `expected_loss.py` recomputes."""
    return rule.startswith("expected-loss/")


def memo(rule):
    """The rule that is told beside the one that is booked."""
    if rule.startswith("guideline-2002/"):
        return "coefficients-2012/30/60"
    return rule.replace("expected-loss/", "guideline-2002/") if expects_losses(rule) else STANDARD
