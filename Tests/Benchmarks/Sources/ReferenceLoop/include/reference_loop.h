#pragma once
#include <stdint.h>

/* One instalment; days are days since 1970-01-01, amounts minor units. */
struct reference_row {
  int32_t number, from, due_on;
  int64_t principal, interest, balance;
};

/* Equal monthly instalments, annual / 12, half up, the last taking the difference.
   `rate` in 1e-12 a year. Writes `count` rows; returns the sum of the interest. */
int64_t reference_schedule(
  int64_t principal, int64_t rate, int year, int month, int day, int count,
  struct reference_row *rows);

/* How many times malloc, calloc, realloc or aligned allocation were called in this process. */
uint64_t reference_allocations(void);
