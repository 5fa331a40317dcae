import Columns
import Vocabulary

/// What the name of a competence says (contract section 3).
enum CompetenceMeaning: Sendable {
  /// Nothing about care, or a name that the pipeline file ignores.
  case nothing
  case carer
  case passport
  /// It mentions carers and fits no pattern, or would but for a word such as "training".
  case unmapped
}

/// Patterns in which `*` stands for anything, compared without case, white space collapsed.
struct CompetencePatterns: Sendable {
  private let ignored: [[UInt8]]

  /// The contract's patterns; names that fit one of `ignored` say and raise nothing.
  init(ignored: [String]) {
    self.ignored = ignored.map { pattern in
      let bytes = Array(pattern.utf8)
      return FixedWord.key(bytes.span)
    }
  }

  /// What a name says.
  func meaning(_ name: Span<UInt8>) -> CompetenceMeaning {
    let key = FixedWord.key(name)
    guard Self.contains(key, Self.carer) else { return .nothing }
    if ignored.contains(where: { Self.fits(key, $0) }) { return .nothing }
    let isBlocked = Self.blockingWords.contains { Self.contains(key, $0) }
    let isPassport = Self.passportPatterns.contains { Self.fits(key, $0) }
    let isCarer = Self.carerPatterns.contains { Self.fits(key, $0) }
    if isBlocked { return isPassport || isCarer ? .unmapped : .nothing }
    if isPassport { return .passport }
    return isCarer ? .carer : .unmapped
  }

  private static let carer = Array("carer".utf8)

  private static let passportPatterns = ["*carer*passport*", "*passport*carer*"].map {
    Array($0.utf8)
  }

  private static let carerPatterns = [
    "*|working carer*", "*|unpaid carer*", "*|carer|*", "*|carer", "working carer*",
    "unpaid carer*", "carer",
  ].map { Array($0.utf8) }

  private static let blockingWords = [
    "training", "awareness", "course", "e-learning", "elearning", "module", "champion", "manager",
  ].map { Array($0.utf8) }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// Whether the whole of `text` fits `pattern`; each `*` takes as little as it can.
  static func fits(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    var place = 0
    var patternPlace = 0
    var retry: (place: Int, patternPlace: Int)?
    while place < text.count {
      if patternPlace < pattern.count, pattern[patternPlace] == 0x2A {
        retry = (place, patternPlace + 1)
        patternPlace += 1
      } else if patternPlace < pattern.count, pattern[patternPlace] == text[place] {
        place += 1
        patternPlace += 1
      } else if let last = retry {
        retry = (last.place + 1, last.patternPlace)
        place = last.place + 1
        patternPlace = last.patternPlace
      } else {
        return false
      }
    }
    return pattern[patternPlace...].allSatisfy { $0 == 0x2A }
  }
}
