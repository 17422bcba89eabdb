/// How the page of a report looks on a screen and on A4 paper.
enum PageStyle {
  /// The backgrounds of `ShadeScale`, under black text.
  static let shades = ["#fff6dc", "#ffe8ae", "#ffd487", "#ffb96b", "#ff9b5e", "#f97f58"]

  /// The style sheet; no text from outside is in it.
  static let sheet: String = {
    var text = screen
    for (index, color) in shades.enumerated() {
      text += "\n.s\(index) { background: \(color); color: #111; }"
    }
    for (index, color) in ChartColor.all.enumerated() {
      text += "\n.c\(index) { fill: \(color); stroke: \(color); }"
    }
    return text + "\n" + paper
  }()

  private static let screen = """
    html { background: #fff; color: #1a1a1a; }
    body { margin: 0 auto; padding: 24px; max-width: 1152px; line-height: 1.5; font-size: 15px;
      font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
      "WenQuanYi Zen Hei", sans-serif; }
    h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.3; }
    h2 { margin: 40px 0 12px; padding-top: 8px; border-top: 2px solid #1a1a1a; font-size: 20px; }
    header p { margin: 2px 0; color: #444; }
    nav ol { columns: 2; margin: 16px 0 0; padding-left: 24px; }
    a { color: #124b8a; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 14px; }
    th, td { padding: 4px 10px; border-bottom: 1px solid #c8c8c8; text-align: left;
      vertical-align: top; }
    th { border-bottom: 2px solid #555; vertical-align: bottom; }
    .n { text-align: right; white-space: nowrap; }
    th.n { white-space: normal; }
    tfoot { display: table-row-group; }
    tfoot td { border-top: 2px solid #555; font-weight: bold; }
    tbody th { border-bottom: 1px solid #c8c8c8; vertical-align: top; font-weight: normal; }
    .heat td { text-align: right; white-space: nowrap; }
    .heat th { max-width: 16em; }
    .trend { padding: 2px 10px; vertical-align: middle; }
    .trend svg { display: block; }
    .trend polyline { fill: none; stroke: #1f5fa8; stroke-width: 2; }
    .trend circle { fill: #1f5fa8; stroke: none; }
    figure { margin: 16px 0 24px; break-inside: avoid; }
    figcaption { margin-bottom: 6px; font-weight: bold; }
    figure svg { display: block; width: 100%; max-width: 960px; height: auto; font-size: 12px; }
    figure text { fill: #1a1a1a; stroke: none; }
    figure polyline.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
    figure rect.piece { stroke: #fff; stroke-width: 1; }
    .grid { stroke: #d4d4d4; }
    .zero { stroke: #555; }
    .note, footer p { margin: 6px 0; color: #444; font-size: 13px; }
    footer { margin-top: 40px; padding-top: 8px; border-top: 2px solid #1a1a1a; }
    """

  private static let paper = """
    @page { size: A4; margin: 14mm 12mm; }
    @page wide { size: A4 landscape; margin: 12mm; }
    @media print {
      body { padding: 0; max-width: none; font-size: 10pt; }
      h1 { font-size: 18pt; }
      h2 { margin-top: 8mm; font-size: 13pt; break-after: avoid; }
      table { font-size: 8.5pt; }
      th, td { padding: 3px 6px; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      .table { overflow: visible; }
      .wide { page: wide; }
      .note { break-before: avoid; }
      figcaption { break-after: avoid; }
      a { color: inherit; text-decoration: none; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
