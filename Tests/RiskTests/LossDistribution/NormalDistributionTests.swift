import Risk
import Testing

/// Known values to 16 digits, from tables and from arithmetic of 50 digits.
@Suite("The normal distribution")
struct NormalDistributionTests {
  private static func isNear(_ value: Double, _ known: Double, within: Double = 1e-13) -> Bool {
    abs(value - known) <= within * max(abs(known), 1e-300)
  }

  @Test(
    "logarithms",
    arguments: [
      (1e-09, -20.72326583694641), (0.001, -6.907755278982137), (0.5, -0.6931471805599453),
      (0.7071, -0.346583180371942), (1.0, 0.0), (1.4143, 0.34663470904431704),
      (2.0, 0.6931471805599453), (2.718281828459045, 1.0), (10.0, 2.302585092994046),
      (1e+300, 690.7755278982137),
    ] as [(Double, Double)])
  func logarithms(x: Double, known: Double) {
    #expect(Self.isNear(NormalDistribution.log(x), known))
  }

  @Test(
    "exponentials",
    arguments: [
      (-700.0, 9.85967654375977e-305), (-50.25, 1.5021118919431522e-22),
      (-1.0, 0.36787944117144233), (-0.001, 0.999000499833375), (0.0, 1.0),
      (0.3466, 1.4142509118505286), (1.0, 2.718281828459045), (20.0, 485165195.4097903),
      (700.0, 1.0142320547350045e+304),
    ] as [(Double, Double)])
  func exponentials(x: Double, known: Double) {
    #expect(Self.isNear(NormalDistribution.exp(x), known))
  }

  @Test(
    "the probability of a value up to x, into the tails",
    arguments: [
      (-8.0, 6.220960574271784e-16), (-6.0, 9.86587645037698e-10), (-4.0, 3.1671241833119924e-05),
      (-3.0625, 0.0010974823774378647), (-3.0, 0.0013498980316300946),
      (-2.99, 0.0013948872354922494), (-1.96, 0.024997895148220435), (-1.0, 0.15865525393145705),
      (-0.1, 0.460172162722971), (0.1, 0.539827837277029), (0.5, 0.6914624612740131),
      (1.0, 0.8413447460685429), (1.6448536269514722, 0.95), (2.5, 0.9937903346742238),
      (4.0, 0.9999683287581669),
    ] as [(Double, Double)])
  func cumulative(x: Double, known: Double) {
    #expect(Self.isNear(NormalDistribution.cumulative(x), known, within: 1e-12))
  }

  @Test(
    "the value of a probability, into the tails",
    arguments: [
      (1e-15, -7.941345326170997), (1e-09, -5.9978070150076865), (1e-06, -4.753424308822899),
      (0.001, -3.0902323061678136), (0.01, -2.326347874040841), (0.02, -2.053748910631823),
      (0.05, -1.6448536269514726), (0.075, -1.439531470938456), (0.25, -0.6744897501960817),
      (0.4, -0.2533471031357997), (0.6, 0.2533471031357997), (0.9, 1.2815515655446006),
      (0.95, 1.6448536269514722), (0.99, 2.3263478740408408), (0.999, 3.090232306167813),
      (0.9999999, 5.199337582290661),
    ] as [(Double, Double)])
  func inverse(probability: Double, known: Double) {
    #expect(Self.isNear(NormalDistribution.inverse(probability), known, within: 1e-12))
    #expect(Self.isNear(-NormalDistribution.inverse(1 - 0.25), -0.674_489_750_196_081_7))
  }

  @Test("the ends are infinite and the middle is nothing")
  func ends() {
    #expect(NormalDistribution.inverse(0) == -.infinity)
    #expect(NormalDistribution.inverse(1) == .infinity)
    #expect(NormalDistribution.inverse(0.5) == 0)
    #expect(NormalDistribution.cumulative(0) == 0.5)
  }

  @Test("the value of a probability has that probability")
  func roundTrip() {
    for step in 1..<1000 {
      let probability = Double(step) / 1000
      let back = NormalDistribution.cumulative(NormalDistribution.inverse(probability))
      #expect(Self.isNear(back, probability))
    }
  }

  // Steps of 1/499 lie beside the nodes of the table and at every distance from them.
  @Test("the table of thresholds is off by less than two of its units, and never descends")
  func table() {
    let table = ThresholdTable()
    var last: UInt64 = 0
    for step in -4_500...4_500 {
      let x = Double(step) / 499
      let units = table.units(x)
      #expect(abs(Double(units) - NormalDistribution.cumulative(x) * 0x1p48) < 2)
      #expect(units >= last)
      last = units
    }
    #expect(table.units(-.infinity) == 0)
    #expect(table.units(.infinity) == 1 << 48)
  }
}
