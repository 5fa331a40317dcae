/// The signs of ASCII that cells are read by, as bytes.
extension UInt8 {
  static var space: UInt8 { UInt8(ascii: " ") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var dash: UInt8 { UInt8(ascii: "-") }
  static var stop: UInt8 { UInt8(ascii: ".") }
  static var slash: UInt8 { UInt8(ascii: "/") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var plus: UInt8 { UInt8(ascii: "+") }
  static var at: UInt8 { UInt8(ascii: "@") }

  /// Whether it is one of 0 to 9.
  var isDigit: Bool { self &- UInt8(ascii: "0") <= 9 }

  /// Whether it is one of A to Z.
  var isCapital: Bool { self &- UInt8(ascii: "A") < 26 }

  /// The letter in lower case; any other byte as it is.
  var lowercased: UInt8 { isCapital ? self | 0x20 : self }
}
