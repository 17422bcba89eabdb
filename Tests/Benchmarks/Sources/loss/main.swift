// `loss [--loans N] [--scenarios N]`: what the loss distribution of a portfolio costs.

import Glibc

var loans = 100_000
var scenarios = 10_000
var rest = CommandLine.arguments.dropFirst()
while let option = rest.popFirst() {
  guard let value = rest.popFirst().flatMap(Int.init), value >= 4_000,
    ["--loans", "--scenarios"].contains(option)
  else {
    print("usage: loss [--loans N] [--scenarios N], each of at least 4,000")
    exit(2)
  }
  if option == "--loans" { loans = value } else { scenarios = value }
}
try await LossBenchmark(loans: loans, scenarios: scenarios).run()
