// `bench engine`: what the engine costs, on one core.

import Glibc

guard CommandLine.arguments.dropFirst() == ["engine"] else {
  print("usage: bench engine")
  exit(2)
}
try EngineBenchmark.run()
