// swift-tools-version: 6.2
//
// The map of the project. Read top to bottom: each module may use only the modules it lists, and
// a test (Tests/TidyTests) holds every `import` to these lines, neither more nor fewer.

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the program: its name, its folder, what it may use.
func module(
  _ name: String, in folder: String, uses: [Target.Dependency] = [],
  exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: uses, path: folder, exclude: ["README.md"] + exclude,
    resources: resources, swiftSettings: strict)
}

/// The tests of a module, in `Tests/<name>`.
func tests(_ name: String, uses: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: uses, path: "Tests/\(name)", exclude: exclude, swiftSettings: strict)
}

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let modules: [Target] = [
  // What everything is counted in.
  module("Quantities", in: "Sources/Quantities"),

  // What a credit costs a year; beside Risk the one place with floating point.
  module("AnnualPercentage", in: "Sources/AnnualPercentage", uses: ["Quantities"]),

  // What the bank has.
  module("Banks", in: "Sources/Catalog/Banks", uses: ["Quantities"]),
  module("LoanProducts", in: "Sources/Catalog/LoanProducts", uses: ["Quantities", "Banks"]),

  // What happens to a loan, in order; pure: values in, values out.
  module(
    "Origination", in: "Sources/Lifecycle/1-Origination",
    uses: ["Quantities", "Banks", "LoanProducts"]),
  module(
    "Scheduling", in: "Sources/Lifecycle/2-Scheduling", uses: ["Quantities", "LoanProducts"]),
  module(
    "Accrual", in: "Sources/Lifecycle/3-Accrual", uses: ["Quantities", "LoanProducts"]),
  module(
    "Servicing", in: "Sources/Lifecycle/4-Servicing",
    uses: ["Quantities", "LoanProducts", "Scheduling", "Accrual"]),
  module(
    "Posting", in: "Sources/Lifecycle/5-Posting",
    uses: ["Quantities", "LoanProducts", "Scheduling", "Accrual", "Servicing"]),
  module(
    "Classification", in: "Sources/Lifecycle/6-Classification",
    uses: ["Quantities", "LoanProducts", "Servicing"]),
  module(
    "Risk", in: "Sources/Lifecycle/7-Risk",
    uses: ["Quantities", "Banks", "LoanProducts", "Servicing", "Classification"]),
  module(
    "Reporting", in: "Sources/Lifecycle/8-Reporting",
    uses: ["Quantities", "LoanProducts", "Posting", "Classification", "Risk"],
    exclude: ["INDICATORS.md"]),

  // What could have happened, for demonstrations and measurements.
  module(
    "Generator", in: "Sources/Generator",
    uses: ["Quantities", "Banks", "LoanProducts", "Origination", "Scheduling", "Servicing"]),

  // Where it is kept.
  .systemLibrary(
    name: "CLibpq", path: "Sources/Storage/CLibpq", pkgConfig: "libpq",
    providers: [.apt(["libpq-dev"])]),
  .systemLibrary(
    name: "CLibcrypto", path: "Sources/Storage/CLibcrypto", pkgConfig: "libcrypto",
    providers: [.apt(["libssl-dev"])]),
  module("Postgres", in: "Sources/Storage/Postgres", uses: ["Quantities", "CLibpq", logging]),
  module("PrivateDatabase", in: "Sources/Storage/PrivateDatabase", uses: ["Quantities"]),
  module(
    "SQLScripts", in: "SQL", exclude: ["schema.sql"],
    resources: [.copy("migrations"), .copy("queries"), .copy("checks")]),
  module(
    "Migration", in: "Sources/Storage/Migration", uses: ["Quantities", "Postgres", "SQLScripts"]),
  module(
    "Repositories", in: "Sources/Storage/Repositories",
    uses: [
      "Quantities", "Banks", "LoanProducts", "Origination", "Scheduling", "Accrual", "Servicing",
      "Posting", "Classification", "Risk", "Postgres", "SQLScripts", "CLibcrypto",
    ]),

  // One file per verb: read, decide, write, in one transaction.
  module(
    "Operations", in: "Sources/Operations",
    uses: [
      "Quantities", "AnnualPercentage", "Banks", "LoanProducts", "Origination", "Scheduling",
      "Accrual", "Servicing", "Posting", "Classification", "Risk", "Reporting", "Generator",
      "Postgres", "Repositories",
    ]),

  // Who asks.
  .systemLibrary(
    name: "CXlsxwriter", path: "Sources/Interfaces/CXlsxwriter", pkgConfig: "xlsxwriter",
    providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"])]),
  module(
    "Interchange", in: "Sources/Interfaces/Interchange", uses: ["Quantities", "CXlsxwriter"]),
  module(
    "Calculations", in: "Sources/Interfaces/Calculations",
    uses: [
      "Quantities", "AnnualPercentage", "LoanProducts", "Scheduling", "Accrual", "Servicing",
      "Posting", "Classification", "Interchange",
    ],
    resources: [
      .embedInCode("Schemas/schedule.schema.json"), .embedInCode("Schemas/life.schema.json"),
      .embedInCode("Schemas/explain.schema.json"),
    ]),
  module(
    "CatalogFiles", in: "Sources/Interfaces/CatalogFiles",
    uses: [
      "Quantities", "Banks", "LoanProducts", "Origination", "Classification", "Risk",
      "Repositories", "Operations", "Interchange",
    ]),
  module(
    "Contracts", in: "Sources/Interfaces/Contracts",
    uses: ["Quantities", "Banks", "LoanProducts", "Scheduling", "Repositories", "Operations"]),
  module(
    "Ledgers", in: "Sources/Interfaces/Ledgers",
    uses: ["Quantities", "Banks", "Repositories"]),
  .executableTarget(
    name: "CommandLine",
    dependencies: [
      "Quantities", "AnnualPercentage", "Banks", "LoanProducts", "Origination", "Scheduling",
      "Accrual", "Servicing", "Posting", "Classification", "Risk", "Reporting", "Generator",
      "Postgres", "PrivateDatabase", "Migration", "Repositories", "Operations", "Interchange",
      "CatalogFiles", "Calculations", logging, argumentParser, "Contracts", "Ledgers",
    ],
    path: "Sources/Interfaces/CommandLine", exclude: ["README.md"],
    resources: [.embedInCode("Reports/risk.schema.json")], swiftSettings: strict),
]

// What holds them to their word.
let suites: [Target] = [
  tests("BanksTests", uses: ["Quantities", "Banks"]),
  tests("InterchangeTests", uses: ["Quantities", "Interchange"]),
  tests("TidyTests", uses: []),
  tests("PostgresTests", uses: ["Postgres", "Quantities", logging]),
  tests("PrivateDatabaseTests", uses: ["PrivateDatabase"]),
  module(
    "TestDatabase", in: "Tests/TestDatabase",
    uses: ["Postgres", "PrivateDatabase", "Migration", logging]),
  tests(
    "MigrationTests",
    uses: ["Postgres", "PrivateDatabase", "Migration", "TestDatabase", logging]),
  tests(
    "ListTests",
    uses: [
      "Quantities", "Banks", "LoanProducts", "Classification", "Postgres", "Repositories",
      "Operations", "Interchange", "CommandLine", "TestDatabase", logging,
    ], exclude: ["million_loans.sql", "small_book.sql", "add_loans.sql", "matrix.sql"]),

  // What the tests of the core share: terms and lives as sentences, a repeatable randomness.
  module(
    "Fixtures", in: "Tests/Fixtures",
    uses: ["Quantities", "LoanProducts", "Scheduling", "Servicing", "Posting"]),
  tests("AnnualPercentageTests", uses: ["Quantities", "AnnualPercentage", "Fixtures"]),
  tests("QuantitiesTests", uses: ["Quantities", "Fixtures"]),
  tests(
    "OriginationTests",
    uses: ["Quantities", "Banks", "LoanProducts", "Origination", "Fixtures"]),
  tests(
    "GoldenTests", uses: ["Interchange", "Calculations", "Fixtures"],
    exclude: ["README.md", "Cases"]),
  tests(
    "GoldenLives", uses: ["Quantities", "Interchange", "Calculations", "Fixtures"],
    exclude: ["README.md", "Cases"]),
  tests("FuzzTests", uses: ["Interchange", "Fixtures"], exclude: ["README.md"]),
  tests("DayCountTests", uses: ["Quantities", "Interchange", "Calculations"]),
  tests("SchedulingTests", uses: ["Quantities", "LoanProducts", "Scheduling", "Fixtures"]),
  tests(
    "EngineTests",
    uses: [
      "Quantities", "LoanProducts", "Scheduling", "Interchange", "Calculations", "Fixtures",
    ]),
  tests(
    "AccrualTests", uses: ["Quantities", "LoanProducts", "Scheduling", "Accrual", "Fixtures"]),
  tests(
    "ServicingTests",
    uses: ["Quantities", "LoanProducts", "Scheduling", "Accrual", "Servicing", "Fixtures"]),
  tests(
    "PostingTests",
    uses: [
      "Quantities", "LoanProducts", "Scheduling", "Accrual", "Servicing", "Posting", "Fixtures",
    ]),
  tests(
    "LivesTests",
    uses: [
      "Quantities", "LoanProducts", "Scheduling", "Accrual", "Servicing", "Posting", "Fixtures",
    ]),
  module("JSONSchema", in: "Tests/JSONSchema", uses: ["Interchange"]),
  tests(
    "CalculationsTests",
    uses: [
      "Quantities", "LoanProducts", "Scheduling", "Interchange", "Calculations", "JSONSchema",
    ]),
  tests(
    "LifeCalculationTests",
    uses: ["Quantities", "Interchange", "Calculations", "JSONSchema", "Fixtures"]),
  tests(
    "ClassificationTests",
    uses: [
      "Quantities", "LoanProducts", "Scheduling", "Servicing", "Classification", "Fixtures",
    ]),
  tests(
    "RiskTests",
    uses: ["Quantities", "Banks", "LoanProducts", "Classification", "Risk", "Fixtures"]),
  tests(
    "ReportingTests", uses: ["Quantities", "Classification", "Risk", "Reporting", "Fixtures"]),
  module(
    "TestCatalog", in: "Tests/TestCatalog",
    uses: ["CatalogFiles", "Operations", "Postgres", "TestDatabase", logging]),
  tests(
    "BookTests",
    uses: [
      "Quantities", "Banks", "LoanProducts", "Scheduling", "Servicing", "Risk", "Reporting",
      "Postgres", "SQLScripts", "Repositories", "Generator", "Operations", "CatalogFiles",
      "TestDatabase", "TestCatalog", logging,
    ]),
  tests("DemoTests", uses: ["PrivateDatabase", "TestDatabase"], exclude: ["README.md"]),
  tests(
    "CatalogTests",
    uses: [
      "Quantities", "Banks", "LoanProducts", "Posting", "Classification", "Risk", "Postgres",
      "Repositories", "Operations", "Interchange", "CatalogFiles", "TestDatabase", "TestCatalog",
    ]),
  tests(
    "ReportTests",
    uses: [
      "Quantities", "Banks", "Classification", "Risk", "Reporting", "Postgres", "Operations",
      "Interchange", "CommandLine", "TestDatabase", "Fixtures", "JSONSchema", logging,
    ]),
  tests(
    "ImportTests",
    uses: [
      "Quantities", "Banks", "LoanProducts", "Classification", "Risk", "Reporting", "Postgres",
      "SQLScripts", "Repositories", "Operations", "CommandLine", "TestDatabase", logging,
    ]),
  tests(
    "CommandLineTests",
    uses: [
      "Quantities", "Banks", "LoanProducts", "Postgres", "PrivateDatabase", "Migration",
      "Repositories", "Operations", "Interchange", "CatalogFiles", "Calculations", "CommandLine",
      "Scheduling", "Servicing", "TestCatalog", "TestDatabase", "Posting", "Origination",
      "Classification",
    ]),
  tests(
    "OperationsTests",
    uses: [
      "Quantities", "Banks", "LoanProducts", "Origination", "Scheduling", "Accrual", "Servicing",
      "Posting", "Classification", "Risk", "Reporting", "Postgres", "SQLScripts",
      "PrivateDatabase", "Migration", "Repositories", "Operations", "Interchange", "CatalogFiles",
      "CommandLine", "Fixtures", "TestDatabase", logging, "Contracts",
    ]),
  tests("ContractsTests", uses: ["Quantities", "Contracts", "Fixtures"]),
  tests(
    "ActusTests",
    uses: ["Quantities", "LoanProducts", "Scheduling", "Interchange", "Calculations", "Fixtures"]),
  tests("RepositoriesTests", uses: ["Postgres", "SQLScripts", "TestDatabase", logging]),
]

let package = Package(
  name: "shanhai",
  products: [.executable(name: "shanhai", targets: ["CommandLine"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
  ],
  targets: modules + suites)
