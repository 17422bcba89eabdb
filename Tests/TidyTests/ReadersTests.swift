import Testing

/// The readers of Swift text and of the manifest are held to small texts whose answer is known.
@Suite("The readers behind these tests read right")
struct ReadersTests {
  @Test("braces and words in strings and comments don't count")
  func strings() {
    let text = #"""
      // func a() {
      /* { /* nested { */ } */
      let s = "{ \(f("}", 1)) \" {" + ##"raw " "# {"## + """
        { " "" \(g { $0 }) try!
        """
      func b(x: Int) { }
      """#
    let tokens = SwiftText.tokens(of: text)
    let found = Declaration.all(in: tokens)
    #expect(found.map(\.name) == ["b"] && found.first?.line == 6)
    #expect(tokens.filter { $0.kind == .string }.map(\.text).count == 4)
    #expect(tokens.contains { $0.isWord("g") } && !tokens.contains { $0.isWord("nested") })
  }

  @Test(
    "parameters are counted through generics, closures and defaults",
    arguments: [
      ("func f() {}", 0), ("func f(a: Int) -> (Int, Int) {}", 1),
      ("func f<T: P, U>(a: [T: U], _ b: (T, U) -> Void = { _, _ in }) where T: Q {}", 2),
      ("func f(a: Dictionary<A, B>, b: (A) -> B, c: Int = g(1, 2),) {}", 3),
      ("static func < (a: A, b: B) -> Bool {}", 2), ("init?(a: A, b: B, c: C) {}", 3),
      ("func `a b, c`(a: A, b: B, c: C, d: D, e: E, f: F)", 6),
    ])
  func parameters(_ text: String, _ count: Int) {
    #expect(Declaration.all(in: SwiftText.tokens(of: text)).first?.parameterCount == count)
  }

  @Test("a body ends at its own brace, and a requirement has none")
  func bodies() {
    let text = """
      protocol P {
        func a() throws -> Int
        var b: Int { get }
      }
      struct S {
        var c: Int
        init(x: Int) { self.x = x }
        func d() {
          if true { x() }
          y.init(z)
        }
        var e: Int {
          1
        }
      }
      """
    let found = Declaration.all(in: SwiftText.tokens(of: text))
    #expect(found.map(\.name) == ["a", "b", "init", "d", "e"])
    #expect(found.map(\.lineCount) == [1, 1, 1, 4, 3])
  }

  @Test("a mark knows whether it follows its neighbour at once")
  func glued() {
    let tokens = SwiftText.tokens(of: "try! a; try !b")
    #expect(tokens.filter { $0.isMark("!") }.map(\.isGlued) == [true, false])
  }

  @Test("an init only assigns, or it doesn't")
  func onlyAssigns() {
    func onlyAssigns(_ body: String) -> Bool? {
      Declaration.all(in: SwiftText.tokens(of: "init(a: A) {\n\(body)\n}")).first?.onlyAssigns
    }
    #expect(onlyAssigns("self.a = a\nb = c") == true)
    #expect(onlyAssigns("self.a = a\nprecondition(a > 0)") == false)
    #expect(onlyAssigns("if a == b { self.a = a }") == false)
  }

  @Test("the manifest's forms are read, and others are named")
  func manifest() {
    let manifest = Manifest(
      """
      let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
      let modules: [Target] = [
        module("A", in: "S/A"),  // tests("X")
        .systemLibrary(name: "C", path: "S/C", pkgConfig: "c", providers: [.apt(["c"])]),
        module("B", in: "S/B", uses: ["A", log], exclude: ["x"]),
        .executableTarget(name: "D", dependencies: ["B"], path: "S/D"),
        tests("BTests", uses: ["B"]),
        .plugin(name: "E"),
      ]
      let suites: [Target] = [tests("DTests", uses: ["D"])]
      let package = Package(name: "x", targets: modules + suites)
      """)
    #expect(manifest.modules.map(\.name) == ["A", "C", "B", "D", "BTests", "DTests"])
    #expect(manifest.modules.map(\.uses) == [[], [], ["A", "Logging"], ["B"], ["B"], ["D"]])
    #expect(manifest.modules[2...4].map(\.folder) == ["S/B", "S/D", "Tests/BTests"])
    #expect(manifest.unknown == ["plugin on line 8"])
  }

  @Test(
    "statements are told from sentences",
    arguments: [
      ("SELECT 1", true), ("select a from b", true), ("\n  INSERT INTO t VALUES (1)", true),
      ("update t set a = 1", true), ("delete from t", true), ("x; DROP TABLE t", true),
      ("SET ROLE shanhai_app", true), ("select one of these", false), ("update the rates", false),
      ("COPY loans FROM STDIN", true), ("GRANT SELECT ON loans TO x", true), ("BEGIN", false),
      ("COPY runs through its own call", false), ("the copy of a book from 2020", false),
      ("set", false), ("", false),
    ])
  func statements(_ text: String, _ expected: Bool) {
    #expect(WordTests.isStatement(text) == expected)
  }
}
