import CCrypto
import Glibc

/// Bytes that nobody can guess, from the system's generator.
package enum RandomBytes {
  /// Makes `count` random bytes.
  ///
  /// - Throws: `FileError` with operation `read` when OpenSSL has no entropy.
  package static func make(count: Int) throws(FileError) -> [UInt8] {
    guard let length = Int32(exactly: count) else {
      preconditionFailure("so many random bytes are never needed")
    }
    var bytes = [UInt8](repeating: 0, count: count)
    // Safe: the array has `count` bytes.
    guard unsafe RAND_bytes(&bytes, length) == 1 else {
      throw FileError(.read, "random bytes", .system(EIO))
    }
    return bytes
  }
}
