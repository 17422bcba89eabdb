import Fixtures
import Foundation
import Interchange
import Testing

@Suite("No input ends `shanhai calculate` but with an answer or exit code 2")
struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["SHANHAI_FUZZ_SECONDS"].flatMap(Int.init) ?? 20
  private static let seed =
    environment["SHANHAI_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...999_999)

  @Test("structured random JSON is answered, case by case")
  func structured() throws {
    let end = ContinuousClock.now + .seconds(Self.seconds)
    print("fuzz: SHANHAI_SEED=\(Self.seed), \(Self.seconds) s")
    var batch: UInt64 = 0
    var cases = 0
    var computed = 0
    while ContinuousClock.now < end {
      // A batch has its own randomness, so that it can be looked at alone.
      var random = SplitMix64(seed: Self.seed &* 1_000_003 &+ batch)
      let sound = SoundCases.all[Int(batch % UInt64(SoundCases.all.count))]
      let size = batch.isMultiple(of: 16) ? 1 : Int.random(in: 5...40, using: &random)
      let mutants = (0..<size).map { number in
        let chosen = sound.random(&random)
        let mutation = Mutation(&random)
        return mutation.mutant(of: chosen, number: number, &random)
      }
      let result = try Child.run(sound.name, Array(sound.document(mutants).utf8))
      if let problem = Self.problem(result, with: mutants.count, computed: &computed) {
        let culprit = try mutants.first { mutant in
          let alone = try Child.run(sound.name, Array(sound.document([mutant]).utf8))
          return Self.problem(alone, with: 1, computed: &computed) != nil
        }
        Issue.record(
          """
          seed \(Self.seed), batch \(batch), calculate \(sound.name): \(problem)
          \(culprit.map { sound.document([$0]) } ?? sound.document(mutants))
          """)
      }
      cases += mutants.count
      batch += 1
    }
    print("fuzz: \(batch) batches, \(cases) cases, \(computed) of them computed")
    #expect(computed > 0)
  }

  @Test("bytes that are no document end with exit code 2 and one line")
  func mangled() throws {
    let end = ContinuousClock.now + .seconds(max(2, Self.seconds / 5))
    var batch: UInt64 = 0
    while ContinuousClock.now < end {
      var random = SplitMix64(seed: Self.seed &* 7_368_787 &+ batch)
      let sound = SoundCases.all[Int(batch % UInt64(SoundCases.all.count))]
      let document = sound.document([sound.random(&random)])
      let bytes = Mutation.mangled(document, &random)
      let result = try Child.run(sound.name, bytes)
      if result.exitCode != 0 {
        let isOneLine = result.error.hasSuffix("\n") && result.error.count { $0 == "\n" } == 1
        #expect(
          result.exitCode == 2 && isOneLine && result.output.isEmpty,
          "seed \(Self.seed), mangled \(batch), calculate \(sound.name): \(result.summary)")
      }
      batch += 1
    }
    print("fuzz: \(batch) mangled documents")
  }

  /// What is wrong with the answer to a document of so many cases; nil if nothing is.
  private static func problem(
    _ result: Child.Result, with count: Int, computed: inout Int
  ) -> String? {
    guard result.exitCode == 0, result.error.isEmpty else { return result.summary }
    guard let answers = try? JSONValue(reading: Array(result.output.utf8)) else {
      return "the answer is no JSON"
    }
    let list: [JSONValue]
    switch answers {
    case .array(let elements): list = elements
    case .object(let members): list = members.map(\.value)
    default: return "the answer is no list"
    }
    guard list.count == count else { return "\(list.count) answers to \(count) cases" }
    for answer in list {
      guard let error = answer["error"] else {
        computed += 1
        continue
      }
      guard case .string(let code) = error["code"], case .string(let message) = error["message"],
        code.contains("."), !message.isEmpty
      else { return "an error without code or message" }
    }
    return nil
  }
}
