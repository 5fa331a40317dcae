/// The name of an ESR Generic Outbound file: `GO_<VPD>_EXP_GO<F|C>_<YYYYMMDD>_<sequence>.DAT`.
///
/// ```
/// GO_431_EXP_GOF_20121113_00000001.DAT
///    └┬┘       │ └──┬───┘ └──┬───┘
///    VPD       │  day made   sequence, 8 digits
///              F full, C changes since the file before
/// ```
///
/// Compared without case: file servers change it.
package struct OutboundFileName: Hashable, Sendable {
  /// What a file holds.
  package enum Content: UInt8, Sendable {
    /// Every record of the employer.
    case full = 0x46
    /// The records that changed since the file before.
    case changes = 0x43
  }

  /// ESR's number of the employer: three digits, not the ODS code.
  package let vpd: String
  /// Whether it is a full file or one of changes.
  package let content: Content
  /// The day it was made, as eight digits.
  package let day: Int
  /// Its number in the employer's series, from 1.
  package let sequence: Int

  /// How the names look, for messages.
  package static let form = "GO_<VPD>_EXP_GO<F|C>_<YYYYMMDD>_<8 digits>.DAT"

  private static let pattern = Array("GO_###_EXP_GO?_########_########.DAT".utf8)

  /// Reads the last part of a path; nil unless it is such a name.
  package init?(path: String) {
    let name = path.utf8.suffix(while: { $0 != UInt8(ascii: "/") }).map(Self.upperCase)
    guard name.count == Self.pattern.count else { return nil }
    for (byte, wanted) in zip(name, Self.pattern) {
      switch wanted {
      case UInt8(ascii: "#"): guard (0x30...0x39).contains(byte) else { return nil }
      case UInt8(ascii: "?"): continue
      default: guard byte == wanted else { return nil }
      }
    }
    guard let content = Content(rawValue: name[13]) else { return nil }
    self.content = content
    vpd = String(decoding: name[3..<6], as: UTF8.self)
    day = Self.number(name[15..<23])
    sequence = Self.number(name[24..<32])
  }

  /// Whether this file was made before `other` of the same employer, as far as names tell.
  ///
  /// Full files and changes may be numbered apart: of one day only those of one kind are compared.
  package func isOlder(than other: OutboundFileName) -> Bool {
    day != other.day ? day < other.day : content == other.content && sequence < other.sequence
  }

  private static func upperCase(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension BidirectionalCollection {
  /// The longest end of which every element fulfils the condition.
  fileprivate func suffix(while holds: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
