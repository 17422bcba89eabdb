/// Which tables hold what happened, and which what follows from it; each table is in one list.
package enum SourceTables {
  /// What the books are rebuilt from, in an order in which rows refer only to rows before them or
  /// of the same table.
  package static let names = [
    "divisions", "sponsors", "banks", "lpr_publications", "calendar_days", "loan_products",
    "accounts", "document_requirements", "scorecards", "approval_tiers", "provision_policies",
    "programmes", "compensation_funds", "stress_shocks", "loss_shares", "macro_scenarios",
    "small_enterprise_matrix",
    "bank_heads", "publication_arrivals", "loan_serials", "bank_capital", "branches", "officers",
    "borrowers", "loans", "facts", "signed_schedules", "schedule_versions", "signed_contracts",
    "loan_payers", "subsidy_claims", "subsidy_claim_lines", "subsidy_confirmations",
    "subsidy_settlements",
  ]

  /// What is made anew from them.
  package static let derived = [
    "transfers", "run_transfers", "positions", "loan_states", "outlooks", "accrual_runs",
    "bank_transfers", "month_closes", "month_totals", "month_reopenings", "portfolio_months",
    "portfolio_cells",
    "portfolio_borrowers", "portfolio_moves", "portfolio_vintages", "portfolio_defaults",
    "portfolio_largest", "portfolio_flows",
  ]

  /// What tells how runs went, and is no part of the books.
  package static let passing = ["close_steps", "close_failures", "run_leaves"]

  /// What migrations fill.
  package static let fixed = ["schema_migrations", "transfer_kinds"]

  /// Those of the source that migrations fill in part.
  static let partlyFixed: Set = ["accounts"]
}
