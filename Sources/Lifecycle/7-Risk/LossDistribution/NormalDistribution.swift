/// The standard normal distribution, its inverse, and the logarithm and exponential they need.
///
/// Why:    the functions of a system's C library differ in their last bit from one system to the
///         next. These use `+ - × ÷` and square roots alone, which IEEE 754 rounds the same way
///         everywhere, so a seed yields the same losses on every machine.
/// Bounds: relative error below 1e-13 in the functions themselves; tests hold them to known values.
package enum NormalDistribution {
  /// ln 2 in two parts, the first of so few digits that its products by an exponent are exact.
  private static let logOf2 = (0x1.62E42FEEp-1, 1.908_214_929_270_587_700_02e-10)

  /// The natural logarithm of a positive, finite number.
  ///
  /// With x = m·2^n and m near 1: ln m = 2 (s + s³/3 + s⁵/5 + …), s = (m − 1) ÷ (m + 1).
  package static func log(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "a logarithm is of a positive number, not of \(x)")
    var significand = x.significand
    var exponent = Double(x.exponent)
    if significand > 1.414_213_562_373_095 {
      significand /= 2
      exponent += 1
    }
    let s = (significand - 1) / (significand + 1)
    let square = s * s
    var sum = 0.0
    for denominator in stride(from: 23.0, through: 1, by: -2) {
      sum = sum * square + 1 / denominator
    }
    return exponent * logOf2.0 + (2 * s * sum + exponent * logOf2.1)
  }

  /// The exponential of a number from −700 to 700.
  ///
  /// With x = n ln 2 + r: 2^n (1 + r + r²/2! + …).
  package static func exp(_ x: Double) -> Double {
    precondition(abs(x) <= 700, "an exponential is of −700 to 700, not of \(x)")
    let power = (x / logOf2.0).rounded()
    let rest = x - power * logOf2.0 - power * logOf2.1
    var sum = 1.0
    for divisor in stride(from: 17.0, through: 1, by: -1) { sum = 1 + rest / divisor * sum }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }

  /// The density: e^(−x²/2) ÷ √2π.
  package static func density(_ x: Double) -> Double {
    abs(x) > 37 ? 0 : exp(-x * x / 2) * 0.398_942_280_401_432_677_94
  }

  /// Φ(x), the probability of a value up to `x`.
  ///
  /// Φ(1.96) = 0.9750021.
  ///
  /// Source: G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software
  ///         11 (2004): ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …) near the middle; in the tails the
  ///         continued fraction of Laplace, φ(x) ÷ (x + 1/(x + 2/(x + 3/(x + …)))).
  package static func cumulative(_ x: Double) -> Double {
    guard abs(x) > 3 else {
      var term = x
      var sum = x
      var odd = 3.0
      while abs(term) > 1e-18 {
        term *= x * x / odd
        sum += term
        odd += 2
      }
      return 0.5 + density(x) * sum
    }
    let distance = abs(x)
    var fraction = distance
    for numerator in stride(from: 80.0, through: 1, by: -1) {
      fraction = distance + numerator / fraction
    }
    let tail = density(distance) / fraction
    return x < 0 ? tail : 1 - tail
  }

  /// The number with Φ(x) = `probability`, for a probability between 0 and 1; −∞ at 0, ∞ at 1.
  ///
  /// Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
  ///         Applied Statistics 37 (1988), PPND16.
  package static func inverse(_ probability: Double) -> Double {
    precondition(
      probability >= 0 && probability <= 1, "a probability is 0 to 1, not \(probability)")
    if probability == 0 { return -.infinity }
    if probability == 1 { return .infinity }
    let centred = probability - 0.5
    if abs(centred) <= 0.425 {
      let r = 0.180625 - centred * centred
      return centred * polynomial(middle.over, r) / polynomial(middle.under, r)
    }
    let r = (-log(min(probability, 1 - probability))).squareRoot()
    let distance =
      r <= 5
      ? polynomial(tail.over, r - 1.6) / polynomial(tail.under, r - 1.6)
      : polynomial(farTail.over, r - 5) / polynomial(farTail.under, r - 5)
    return centred < 0 ? -distance : distance
  }

  /// The coefficients are of ascending powers.
  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  private static let middle = (
    over: [
      3.387_132_872_796_366_608, 1.331_416_678_917_843_774_5e2, 1.971_590_950_306_551_442_7e3,
      1.373_169_376_550_946_112_5e4, 4.592_195_393_154_987_145_7e4, 6.726_577_092_700_870_085_3e4,
      3.343_057_558_358_812_810_5e4, 2.509_080_928_730_122_672_7e3,
    ],
    under: [
      1.0, 4.231_333_070_160_091_125_2e1, 6.871_870_074_920_579_083e2,
      5.394_196_021_424_751_107_7e3, 2.121_379_430_158_659_586_7e4,
      3.930_789_580_009_271_061e4, 2.872_908_573_572_194_267_4e4, 5.226_495_278_852_854_561e3,
    ]
  )

  private static let tail = (
    over: [
      1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_9, 5.769_497_221_460_691_405_5,
      3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58,
      2.417_807_251_774_506_117_7e-1, 2.272_384_498_926_918_458_33e-2,
      7.745_450_142_783_414_076_4e-4,
    ],
    under: [
      1.0, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_4,
      6.897_673_349_851_000_045_5e-1, 1.481_039_764_274_800_745_9e-1,
      1.519_866_656_361_645_719_66e-2, 5.475_938_084_995_344_946e-4,
      1.050_750_071_644_416_843_24e-9,
    ]
  )

  private static let farTail = (
    over: [
      6.657_904_643_501_103_777_2, 5.463_784_911_164_114_369_9, 1.784_826_539_917_291_335_8,
      2.965_605_718_285_048_912_3e-1, 2.653_218_952_657_612_309_3e-2,
      1.242_660_947_388_078_438_6e-3, 2.711_555_568_743_487_578_15e-5,
      2.010_334_399_292_288_132_65e-7,
    ],
    under: [
      1.0, 5.998_322_065_558_879_376_9e-1, 1.369_298_809_227_358_053_1e-1,
      1.487_536_129_085_061_485_25e-2, 7.868_691_311_456_132_591e-4,
      1.846_318_317_510_054_681_8e-5, 1.421_511_758_316_445_888_7e-7,
      2.044_263_103_389_939_785_64e-15,
    ]
  )
}
