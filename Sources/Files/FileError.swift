import Glibc

/// One failed operation on one file or folder, with the reason the system gave.
///
/// The caller decides which exit status it is; the message never holds the content of a file.
package struct FileError: Error, Equatable, CustomStringConvertible {
  /// What was being done, as a verb after "cannot".
  package enum Operation: String, Sendable {
    case open
    case read
    case list
    case create
    case write
    case synchronise
    case close
    case rename
    case remove
    case link
    case lock
  }

  /// Why it failed.
  package enum Reason: Equatable, Sendable {
    /// The system refused; the value is `errno`.
    case system(Int32)
    /// The path leads to something that is not a plain file or folder, as wanted.
    case wrongKind(found: String)
    /// Size, time of change or identity differ from those when the file was opened.
    case changedWhileRead
    /// The file is larger than the caller allows, in bytes.
    case tooLarge(limit: Int)
    /// The name is empty, absolute, climbs out with `..`, is not UTF-8 or has control characters.
    case unusableName
    /// The mode lets others read or write what only the owner may, or has another owner.
    case notPrivate
  }

  /// What was being done.
  package let operation: Operation
  /// The path as the caller gave it; control characters are shown as `?`.
  package let path: String
  /// Why it failed.
  package let reason: Reason

  /// Makes an error for `path`, whose control characters are replaced so that it stays one line.
  package init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = OneLine.printable(path)
    self.reason = reason
  }

  /// The system's number for the reason, or nil when the program itself refused.
  package var code: Int32? {
    guard case .system(let code) = reason else { return nil }
    return code
  }

  /// Whether the reason is that nothing is there (`ENOENT`, `ENOTDIR`).
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// One line: what could not be done, to what, why, and what to do where that is known.
  package var description: String { description(of: path) }

  /// The same with another word for the path, where it is said already.
  package func description(of shown: String) -> String {
    "cannot \(operation.rawValue) \(shown): \(explanation)"
  }

  private var explanation: String {
    switch reason {
    case .system(ENOSPC), .system(EDQUOT):
      "no space left; free some and run again"
    case .system(ELOOP):
      "it is a symbolic link; put what it leads to in its place"
    case .system(let code):
      "\(FileError.text(of: code)) (error \(code))"
    case .wrongKind(let found):
      "it is \(found)"
    case .changedWhileRead:
      "it changed while it was being read; run again when its transfer has ended"
    case .tooLarge(let limit):
      "it has more than \(limit) bytes"
    case .unusableName:
      "the name is empty, absolute, has a part `..`, is not UTF-8 or has control characters"
    case .notPrivate:
      "others can read or change it; give it to the user of this run with mode 0600"
    }
  }

  private static func text(of code: Int32) -> String {
    let capacity = 256
    var bytes = [CChar](repeating: 0, count: capacity)
    // Safe: the buffer is as long as said, and only bytes before the terminator are read.
    guard unsafe strerror_r(code, &bytes, capacity) == 0 else { return "unknown reason" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
