// `bench engine`: what the engine costs, on one core.

guard CommandLine.arguments.dropFirst().first == "engine" else {
  print("usage: bench engine")
  throw EngineBenchmark.Mismatch(description: "no benchmark named")
}
try EngineBenchmark.run()
