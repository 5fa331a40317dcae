/// A stream of pseudo-random numbers: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
///
/// Integers only, so a seed gives the same numbers on every machine. Each employee has streams of
/// its own, one for each purpose, so that any of them can be made anew without those before it.
struct SampleRandom {
  /// What a stream is for; each decides something of its own about one subject.
  enum Purpose: UInt64 {
    case employer = 1
    case person
    case employment
    case number
    case move
    case competences
    case passport
    case network
    case outsider
    case reference
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  /// The stream for `purpose` of the subject `number`.
  init(seed: UInt64, _ purpose: Purpose, _ number: Int) {
    let key = Self.mixed(seed &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03)
    state = Self.mixed(key ^ UInt64(truncatingIfNeeded: number) &* Self.step)
  }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number from 0 to `bound` - 1; the bias is below `bound` in 2^64.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Whether something happens that happens so many times in ten thousand.
  mutating func chance(_ perTenThousand: Int) -> Bool { below(10_000) < perTenThousand }

  /// One of the elements, each as likely as any other.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A number in which every bit of `value` counts.
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
