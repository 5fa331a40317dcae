import Foundation
import TestSupport
import Testing
import Vocabulary

struct NameKeyTests {
  @Test(arguments: [
    ("Smith", "smith"), ("SMITH", "smith"), ("", ""), ("...", ""), ("12", ""),
    ("Smith 2nd", "smithnd"),
    // Apostrophes, spaces and hyphens.
    ("O'Neill", "oneill"), ("ONEILL", "oneill"), ("O Neill", "oneill"), ("O’Neill", "oneill"),
    ("O`Neill", "oneill"), ("Thompson-Hughes", "thompsonhughes"),
    ("Thompson Hughes", "thompsonhughes"), ("Thompson\u{2010}Hughes", "thompsonhughes"),
    ("Thompson\u{A0}Hughes", "thompsonhughes"), ("St. John", "stjohn"),
    // Accents, composed or not.
    ("Zoë", "zoe"), ("Zoe\u{308}", "zoe"), ("Siân", "sian"), ("Müller", "muller"),
    ("Ångström", "angstrom"), ("\u{212B}ngstrom", "angstrom"), ("Nguyễn", "nguyen"),
    ("Dvořák", "dvorak"), ("ÑANDÚ", "nandu"), ("İlker", "ilker"),
    // Letters that Unicode does not take apart.
    ("Weiß", "weiss"), ("WEI\u{1E9E}", "weiss"), ("Æsa", "aesa"), ("Ǽsa", "aesa"),
    ("Cœur", "coeur"), ("ŒUVRE", "oeuvre"), ("Sørensen", "sorensen"), ("ØRSTED", "orsted"),
    ("Łukasz", "lukasz"), ("Đorđe", "dorde"), ("Guðrún", "gudrun"), ("Þór", "thor"),
    ("Yıldız", "yildiz"), ("IŞIK", "isik"),
    // Compatibility forms.
    ("ﬁona", "fiona"), ("Griﬃth", "griffith"), ("Ｓｍｉｔｈ", "smith"), ("ǅenan", "dzenan"),
    ("Ⅳan", "ivan"), ("Mª", "ma"), ("ŉ", "n"), ("ſam", "sam"), ("2ⁿ", "n"),
    // Letters that modify others (Lm) and marks go.
    ("Ka\u{2BB}iulani", "kaiulani"), ("佐々木", "佐木"), ("हिन्दी", "हनद"), ("ก\u{E31}น", "กน"),
    // Other scripts, scalar by scalar.
    ("ΣΟΦΙΑΣ", "σοφιασ"), ("Юлия", "юлия"), ("Ёлкин", "елкин"), ("محمد", "محمد"),
    ("김", "\u{1100}\u{1175}\u{11B7}"), ("가", "\u{1100}\u{1161}"),
    ("\u{1100}\u{1175}\u{11B7}", "\u{1100}\u{1175}\u{11B7}"), ("각", "\u{1100}\u{1161}\u{11A8}"),
    ("힣", "\u{1112}\u{1175}\u{11C2}"),
  ])
  func `a name has one key however it is typed`(name: String, key: String) {
    #expect(text(NameKey.key(name)).unicodeScalars.elementsEqual(key.unicodeScalars))
  }

  @Test(arguments: ["ħ", "ŧ", "ŋ", "ə", "ƒ", "þa", "ĸ"])
  func `letters outside the list of replaced ones stay apart from plain ones`(name: String) {
    #expect(NameKey.key(name) != NameKey.key("h"))
    #expect(!NameKey.key(name).isEmpty)
  }

  /// The key of one scalar by the contract's words, with the system's own decomposition.
  private static func slowKey(_ scalar: Unicode.Scalar) -> String {
    let replaced: [Unicode.Scalar: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    ]
    var key = ""
    for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars {
      for lower in part.properties.lowercaseMapping.unicodeScalars {
        for letter in (replaced[lower] ?? String(lower)).unicodeScalars {
          switch letter.properties.generalCategory {
          case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter:
            key.unicodeScalars.append(letter)
          default: break
          }
        }
      }
    }
    return key
  }

  /// The planes with letters that names, or hostile files, are made of; unified ideographs apart.
  private static let scalars: [Unicode.Scalar] =
    [0...0x33FF, 0xA000...0xD7FF, 0xF900...0xFFFF, 0x1D400...0x1D7FF, 0x2F800...0x2FA1F]
    .flatMap { (range: ClosedRange<UInt32>) in range.compactMap { Unicode.Scalar($0) } }
    .filter { ($0.properties.age ?? (99, 0)).major <= 14 }

  @Test func `the key of every letter is its decomposition in lower case, letters only`() {
    var wrong: [String] = []
    for scalar in Self.scalars {
      let key = text(NameKey.key(String(scalar)))
      if !key.unicodeScalars.elementsEqual(Self.slowKey(scalar).unicodeScalars) {
        wrong.append(String(scalar.value, radix: 16))
      }
    }
    #expect(wrong == [])
  }

  @Test func `the key of a key is itself, whatever letters it is made of`() {
    var wrong: [String] = []
    for scalar in Self.scalars {
      let key = NameKey.key("a\(scalar)B")
      if NameKey.key(text(key)) != key { wrong.append(String(scalar.value, radix: 16)) }
    }
    #expect(wrong == [])
  }

  @Test(arguments: 0..<UInt64(50))
  func `the key of a random name is the keys of its scalars, and its own key`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let scalars = (0..<40).map { _ in Self.scalars.randomElement(using: &random) ?? "a" }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars)
    let key = NameKey.key(name)
    #expect(key == scalars.flatMap { NameKey.key(String($0)) })
    #expect(NameKey.key(text(key)) == key)
  }
}
