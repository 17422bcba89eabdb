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
