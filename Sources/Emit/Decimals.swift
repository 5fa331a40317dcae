/// Decimal fractions as whole numbers of their smallest place.
enum Decimal {
  /// `1234` with three places is `1.234`; the number is not negative.
  static func text(_ value: Int, places: Int) -> String {
    let digits = String(value)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

/// Probabilities as files write them: six decimals, halves up, 0 to 1.
enum Probability {
  /// The text of a probability.
  static func text(_ value: Double) -> String {
    let millionths = Int((min(max(value, 0), 1) * 1_000_000) + 0.5)
    return Decimal.text(millionths, places: 6)
  }
}

/// Fractions of whole numbers with three decimals, halves up, worked out in whole numbers.
package enum Fraction {
  /// The fraction `part ÷ whole`, neither negative; empty where the whole is 0.
  package static func text(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "" }
    return Decimal.text((2_000 * part + whole) / (2 * whole), places: 3)
  }
}

/// The share of staff that a survey found to be carers, as an exact decimal.
///
/// A `Double` such as 0.32 is not exactly 0.32, and halves would round by chance: it is taken to
/// the nearest billionth, and all is worked out in whole numbers.
package struct SurveyRate {
  private static let places = 9
  private static let scale = 1_000_000_000
  private let billionths: Int

  /// Takes a rate of 0 to 1.
  package init(_ rate: Double) { billionths = Int(rate * Double(Self.scale) + 0.5) }

  /// The rate's share of a count, to the nearest whole number, halves up.
  package func share(of count: Int) -> Int {
    let product = count.multipliedFullWidth(by: billionths)
    let (low, carries) = product.low.addingReportingOverflow(UInt(Self.scale / 2))
    return Self.scale.dividingFullWidth((product.high + (carries ? 1 : 0), low)).quotient
  }

  /// The rate in decimals, without zeros at the end.
  package var text: String {
    var text = Decimal.text(billionths, places: Self.places)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
