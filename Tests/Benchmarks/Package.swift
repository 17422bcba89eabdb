// swift-tools-version: 6.2
//
// The benchmarks, apart from the program so that everyday builds don't build them. The modules
// measured are the program's own sources, reached through the links in Sources/.

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func measured(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: uses, path: "Sources/\(name)", exclude: ["README.md"],
    swiftSettings: strict)
}

let package = Package(
  name: "benchmarks",
  targets: [
    measured("Quantities"),
    measured("Banks", uses: ["Quantities"]),
    measured("LoanProducts", uses: ["Quantities", "Banks"]),
    measured("Scheduling", uses: ["Quantities", "LoanProducts"]),
    measured("Accrual", uses: ["Quantities", "LoanProducts"]),
    measured("Servicing", uses: ["Quantities", "LoanProducts", "Scheduling", "Accrual"]),
    measured("Classification", uses: ["Quantities", "LoanProducts", "Servicing"]),
    measured(
      "Risk", uses: ["Quantities", "Banks", "LoanProducts", "Servicing", "Classification"]),
    .target(
      name: "ReferenceLoop", path: "Sources/ReferenceLoop", cSettings: [.unsafeFlags(["-O3"])]),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Quantities", "LoanProducts", "Scheduling", "Accrual", "Servicing", "ReferenceLoop",
      ],
      path: "Sources/bench", swiftSettings: strict),
    .executableTarget(
      name: "loss", dependencies: ["Quantities", "Risk"], path: "Sources/loss",
      swiftSettings: strict),
  ])
