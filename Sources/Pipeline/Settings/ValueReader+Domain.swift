import Detect
import Ingest
import Vocabulary

extension ValueReader<[StageName]> {
  /// The stages to run: in their order, from the first, none left out before the last.
  static var stages: Self {
    let all = StageName.allCases
    let list = ValueReader<[StageName]>.list(of: .choice(all), "stages", minimumCount: 1)
    let order = Display.quoted(all.map(\.rawValue).joined(separator: ", "))
    return Self(
      expectation: "a list of stages, the first or more of \(order)", show: list.show,
      read: { value, path, context in
        guard let stages = list.read(value, path, &context) else { return nil }
        guard stages == Array(all.prefix(stages.count)) else {
          context.note(
            "give the stages in the order \(order), from the first to where the run shall stop",
            at: value.position, path: path)
          return nil
        }
        return stages
      })
  }
}

extension ValueReader<[String: RuleSetting]> {
  /// Rules by id, each `"off"` or the severity it shall have.
  static var rules: Self {
    let words = Severity.allCases.map(\.rawValue) + ["off"]
    let expectation = "an object of rules, each \(Display.alternatives(words))"
    return Self(
      expectation: expectation, show: { $0.isEmpty ? "{}" : "\($0.count) rules" },
      read: { value, path, context in
        guard case .object(let members) = value.content else {
          context.noteKind(value, path: path, expected: expectation)
          return nil
        }
        var rules: [String: RuleSetting] = [:]
        for member in members {
          let memberPath = Display.path(path, member.key)
          if !context.knownRules.contains(member.key) {
            context.note(
              "no such rule, "
                + Display.suggestion(for: member.key, among: context.knownRules, noun: "rule"),
              at: member.keyPosition, path: memberPath)
          }
          rules[member.key] = RuleWord.reader.read(member.value, memberPath, &context)?.setting
        }
        return rules
      })
  }
}

/// What a pipeline file may say of a rule.
private enum RuleWord: String, CaseIterable {
  case high, medium, low, off

  static var reader: ValueReader<RuleWord> { .choice(allCases) }

  var setting: RuleSetting {
    switch self {
    case .high: .severity(.high)
    case .medium: .severity(.medium)
    case .low: .severity(.low)
    case .off: .off
    }
  }
}

// MARK: - Sources

extension ValueReader<[String: String]> {
  /// Employers by ESR's three-digit number, each with its ODS code.
  static var organisationsByVPD: Self {
    let expectation = "an object of three-digit VPD numbers, each with an ODS code"
    return Self(
      expectation: expectation, show: { $0.isEmpty ? "{}" : "\($0.count) employers" },
      read: { value, path, context in
        guard case .object(let members) = value.content else {
          context.noteKind(value, path: path, expected: expectation)
          return nil
        }
        var result: [String: String] = [:]
        for member in members {
          let memberPath = Display.path(path, member.key)
          if member.key.utf8.count != 3 || !member.key.unicodeScalars.allSatisfy(\.isJSON5Digit) {
            context.note(
              "\(Display.quoted(member.key)) is no VPD number, give three digits in quotes",
              at: member.keyPosition, path: memberPath)
          }
          result[member.key] = ValueReader<String>.organisation.read(
            member.value, memberPath, &context)
        }
        return result
      })
  }
}

extension ValueReader<[SourceBlock]> {
  /// One block of a source, or a list of them.
  static var blocks: Self {
    let block = ValueReader<SourceBlock>.block
    let list = ValueReader<[SourceBlock]>.list(of: block, "blocks", minimumCount: 1)
    return Self(
      expectation: "\(block.expectation), or a list of such blocks",
      show: { $0.isEmpty ? "none" : list.show($0) },
      read: { value, path, context in
        if case .list = value.content { return list.read(value, path, &context) }
        return block.read(value, path, &context).map { [$0] }
      })
  }
}

extension ValueReader<SourceBlock> {
  /// One block of a source: its files and how to read them.
  static var block: Self {
    let expectation = "a block { files: […] }"
    return Self(
      expectation: expectation,
      show: { block in "{ files: [\(block.files.map(Display.quoted).joined(separator: ", "))] }" },
      read: { value, path, context in
        guard case .object = value.content else {
          context.noteKind(value, path: path, expected: expectation)
          return nil
        }
        var block = SourceBlock()
        PipelineFileSchema.blockKeys.read(value, into: &block, path: path, &context)
        return block
      })
  }
}

extension ValueReader<String> {
  /// A pattern of files below the input folder; `./` and doubled slashes are taken out.
  static var pattern: Self {
    let text = text("a pattern of files in the input folder", problem: Self.patternProblem)
    return Self(
      expectation: text.expectation, show: text.show,
      read: { value, path, context in
        text.read(value, path, &context).map { pattern in
          pattern.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        }
      })
  }

  /// What is wrong with a pattern of files, or nil.
  @Sendable private static func patternProblem(_ pattern: String) -> String? {
    if pattern.hasPrefix("/") {
      return "give a path relative to the input folder, without the \"/\" at its start"
    }
    if pattern.contains("\\") { return "put \"/\" between folders, not \"\\\"" }
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") {
      return "the files must lie in the input folder, take \"..\" out or move \"input\""
    }
    if parts.last == "" || parts.last == "." {
      return "this names a folder, put \"*.csv\" behind it"
    }
    return nil
  }

  /// The name of a layout.
  static var layoutName: Self {
    text("a name of letters, digits and hyphens") { name in
      let isName =
        name.utf8.count <= 60
        && name.unicodeScalars.allSatisfy { Self.isASCIILetterOrDigit($0) || $0 == "-" }
      return isName
        ? nil : "\(Display.quoted(name)) is no name, give up to 60 letters, digits and hyphens"
    }
  }

  /// An organisation's ODS code, upper-cased (contract section 1).
  static var organisation: Self {
    let text = text("an ODS code of 1 to 10 letters and digits") { code in
      let isCode =
        code.utf8.count <= 10 && code.unicodeScalars.allSatisfy(Self.isASCIILetterOrDigit)
      return isCode
        ? nil : "\(Display.quoted(code)) is no ODS code, give 1 to 10 letters and digits"
    }
    return Self(
      expectation: text.expectation, show: text.show,
      read: { value, path, context in text.read(value, path, &context)?.uppercased() })
  }

  private static func isASCIILetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isJSON5Digit || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
