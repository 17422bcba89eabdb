#include "reference_loop.h"

typedef unsigned __int128 u128;

/* Days since 1970-01-01 of a civil date. Source: H. Hinnant, days_from_civil. */
static int32_t day_number(int year, int month, int day) {
  year -= month <= 2;
  int era = year / 400;
  int year_of_era = year - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

static int days_in_month(int year, int month) {
  static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

/* (a * b + c / 2) / c, by 64 bits where they are enough. */
static int64_t half_up(uint64_t a, uint64_t b, uint64_t c) {
  u128 product = (u128)a * b + c / 2;
  if (product >> 64 == 0) return (int64_t)((uint64_t)product / c);
  return (int64_t)(product / c);
}

static u128 times(u128 value, uint64_t fraction) {
  u128 low = (u128)(uint64_t)value * fraction >> 64;
  return (u128)(uint64_t)(value >> 64) * fraction + low;
}

/* principal * g^n / (1 + g + ... + g^(n-1)) in fixed point of 2^-64. */
static int64_t payment(int64_t principal, int64_t rate, int count) {
  u128 one = (u128)1 << 64, growth = one, sum = 0;
  uint64_t fraction = (uint64_t)(((u128)(uint64_t)rate << 64) / 12000000000000ULL);
  for (int i = 0; i < count; i++) {
    growth += times(growth, fraction);
    sum += times(sum, fraction) + one;
  }
  int shift = 0;
  for (u128 top = sum | growth; top >> 63; top >>= 1) shift++;
  u128 divisor = sum >> shift;
  return (int64_t)(((u128)(uint64_t)principal * (growth >> shift) + divisor / 2) / divisor);
}

int64_t reference_schedule(
  int64_t principal, int64_t rate, int year, int month, int day, int count,
  struct reference_row *rows) {
  int64_t level = payment(principal, rate, count), balance = principal, total = 0;
  int32_t from = day_number(year, month, day);
  for (int i = 0; i < count; i++) {
    if (++month > 12) {
      month = 1;
      year++;
    }
    int last = days_in_month(year, month);
    int32_t due_on = day_number(year, month, day < last ? day : last);
    int64_t interest = half_up((uint64_t)balance, (uint64_t)rate, 12000000000000ULL);
    int64_t part = i == count - 1 ? balance : level - interest;
    balance -= part;
    total += interest;
    rows[i] = (struct reference_row){i + 1, from, due_on, part, interest, balance};
    from = due_on;
  }
  return total;
}
