/// Reads the scalars of a JSON5 text one by one and knows where it stands.
struct JSON5Cursor {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private(set) var position = JSON5Position(line: 1, column: 1)

  /// Decodes `bytes` as UTF-8; a byte order mark at the start is dropped.
  init(bytes: [UInt8], limit: Int) throws(JSON5Error) {
    let start = JSON5Position(line: 1, column: 1)
    guard bytes.count <= limit else {
      throw JSON5Error("the file is larger than \(limit) bytes; is it a pipeline file?", at: start)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw JSON5Error("the file is UTF-16; save it as UTF-8", at: start)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let (decoded, isWhole) = Self.decode(content)
    scalars = decoded
    guard isWhole else {
      while advance() != nil {}
      throw JSON5Error("these bytes are not UTF-8; save the file as UTF-8", at: position)
    }
  }

  /// The scalars up to the first bytes that are not UTF-8, and whether there were none such.
  private static func decode(_ bytes: ArraySlice<UInt8>) -> ([Unicode.Scalar], isWhole: Bool) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    var decoder = Unicode.UTF8.ForwardParser()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded): scalars.append(Unicode.UTF8.decode(encoded))
      case .emptyInput: return (scalars, true)
      case .error: return (scalars, false)
      }
    }
  }

  /// The scalar `offset` places ahead, or nil behind the end.
  func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < scalars.count ? scalars[index + offset] : nil
  }

  /// Takes the next scalar, or returns nil at the end.
  @discardableResult
  mutating func advance() -> Unicode.Scalar? {
    guard index < scalars.count else { return nil }
    let scalar = scalars[index]
    index += 1
    let isFirstOfTwo = scalar == "\r" && peek() == "\n"
    if (scalar == "\n" || scalar == "\r") && !isFirstOfTwo {
      position = JSON5Position(line: position.line + 1, column: 1)
    } else {
      position.column += 1
    }
    return scalar
  }

  /// Takes the next scalar if it is `expected`; says whether it was.
  mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard peek() == expected else { return false }
    advance()
    return true
  }

  /// Takes a line end (CR LF as one) if one stands here; says whether one did.
  mutating func takeLineEnd() -> Bool {
    guard let scalar = peek(), scalar.isJSON5LineEnd else { return false }
    advance()
    if scalar == "\r" { _ = take("\n") }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether the scalar ends a line in JSON5 (LF, CR, U+2028, U+2029).
  var isJSON5LineEnd: Bool {
    switch value {
    case 0x0A, 0x0D, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether JSON5 skips the scalar between tokens.
  var isJSON5Space: Bool {
    switch value {
    case 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0xFEFF: true
    case 0..<0x80: isJSON5LineEnd
    default: isJSON5LineEnd || properties.generalCategory == .spaceSeparator
    }
  }

  /// Whether an unquoted key may begin with the scalar (ECMAScript 5.1 IdentifierStart).
  var isJSON5KeyStart: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "$", "_": return true
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    default: return false
    }
  }

  /// Whether an unquoted key may go on with the scalar (ECMAScript 5.1 IdentifierPart).
  var isJSON5KeyPart: Bool {
    if isJSON5KeyStart { return true }
    if value == 0x200C || value == 0x200D { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }

  /// Whether the scalar is one of 0 to 9.
  var isJSON5Digit: Bool { ("0"..."9").contains(self) }

  /// The value of a hexadecimal digit, or nil.
  var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
