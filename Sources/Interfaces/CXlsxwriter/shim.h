#include <stdlib.h>
#include <xlsxwriter.h>

// A workbook's numbers are binary floating point. They become so here alone: the program hands over
// the decimal text of a number.

// Writes the number that a plain decimal of at most 15 digits names; a reader gets those digits back.
static inline lxw_error shanhai_write_decimal(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *decimal,
    lxw_format *format) {
  return worksheet_write_number(sheet, row, column, strtod(decimal, NULL), format);
}

// Makes a column so many characters wide.
static inline lxw_error shanhai_set_width(lxw_worksheet *sheet, lxw_col_t column, int characters) {
  return worksheet_set_column(sheet, column, column, characters, NULL);
}

// Makes a row so many points high.
static inline lxw_error shanhai_set_height(lxw_worksheet *sheet, lxw_row_t row, int points) {
  return worksheet_set_row(sheet, row, points, NULL);
}

// Gives text a size in points.
static inline void shanhai_set_size(lxw_format *format, int points) {
  format_set_font_size(format, points);
}

// Puts a chart at a cell, twice as wide as usual and half as high again, with words for who can't see it.
static inline lxw_error shanhai_insert_chart(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_chart *chart,
    const char *description) {
  lxw_chart_options options = {0};
  options.x_scale = 2;
  options.y_scale = 1.5;
  options.description = (char *)description;
  return worksheet_insert_chart_opt(sheet, row, column, chart, &options);
}

// Shades a range from the lowest number to the highest in three colours.
//
// `ranges` names all cells that share the scale ("B2:B9 D2:D9"), whatever the corners say.
static inline lxw_error shanhai_shade(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
    lxw_col_t last_column, const char *ranges, const uint32_t colors[]) {
  lxw_conditional_format rule = {0};
  rule.type = LXW_CONDITIONAL_3_COLOR_SCALE;
  rule.min_color = colors[0];
  rule.mid_color = colors[1];
  rule.max_color = colors[2];
  rule.multi_range = (char *)ranges;
  return worksheet_conditional_format_range(
      sheet, first_row, first_column, last_row, last_column, &rule);
}
