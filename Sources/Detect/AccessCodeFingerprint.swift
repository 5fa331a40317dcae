package import Columns
import Files

/// What stands for an access code wherever the code itself must not (contract section 7).
package enum AccessCodeFingerprint {
  /// How many hexadecimal digits it has.
  package static let length = 12

  /// The first 12 hexadecimal digits of the SHA-256 of the code's text.
  package static func text(of code: TextCode, in texts: TextDictionary) -> String {
    SHA256.digest(of: texts.bytes(of: code)).hexadecimal(digits: length)
  }
}
