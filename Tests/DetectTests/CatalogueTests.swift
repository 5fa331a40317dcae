import Detect
import Foundation
import Records
import Testing
import Threads
import Vocabulary

/// The catalogue against contract section 6, and the sentences that people read.
struct CatalogueTests {
  /// Contract section 6, by id; nil is off by default.
  static let contract: [(id: String, severity: Severity?)] = [
    ("access-code-expiring", .medium), ("access-code-missing", .high),
    ("access-code-overlap", .medium), ("access-code-shared", .medium),
    ("competence-unmapped", .medium), ("competence-without-employee", .medium),
    ("decision-without-effect", .low), ("declined-but-listed", .high),
    ("duplicate-employee", .medium), ("duplicate-membership", .low),
    ("duplicate-passport", .medium), ("email-shared", .medium),
    ("esr-passport-without-log-entry", .medium), ("field-unreadable", .low),
    ("flag-conflict", .high), ("flag-conflict-across-organisations", .medium),
    ("flag-date-invalid", .low), ("flag-on-secondary-assignment-only", .low),
    ("flag-unreadable", .medium), ("flag-withdrawn-while-passport-active", .high),
    ("flag-without-passport", nil), ("footprint-closed", .medium),
    ("identity-conflict", .high), ("input-duplicated", .medium),
    ("list-entry-ambiguous", .high), ("list-entry-unmatched", .medium),
    ("manager-unknown", .low), ("membership-at-previous-organisation", .low),
    ("membership-for-leaver", .medium), ("membership-without-flag", .medium),
    ("ni-number-shared", .high), ("organisation-closed", .high), ("organisation-unknown", .high),
    ("organisation-without-footprint", .high), ("passport-at-previous-organisation", .medium),
    ("passport-dates-inconsistent", .low), ("passport-for-leaver", .medium),
    ("passport-foreign", .medium), ("passport-not-on-esr", .low),
    ("passport-review-missing", .low), ("passport-review-overdue", .medium),
    ("passport-without-flag", .high), ("recipient-without-email", .medium),
  ]

  @Test func `the catalogue has every rule of the contract with its severity, sorted by id`() {
    #expect(RuleCatalogue.all.map(\.id) == Self.contract.map(\.id))
    #expect(RuleCatalogue.all.map(\.severity) == Self.contract.map(\.severity))
    #expect(RuleCatalogue.description(id: "flag-conflict")?.id == "flag-conflict")
    #expect(RuleCatalogue.description(id: "no-such-rule") == nil)
  }

  @Test func `five rules rest on other employers' rows`() {
    #expect(
      RuleCatalogue.all.filter(\.restsOnOtherEmployers).map(\.id) == [
        "email-shared", "flag-conflict-across-organisations", "membership-at-previous-organisation",
        "ni-number-shared", "passport-at-previous-organisation",
      ])
  }

  @Test(arguments: RuleCatalogue.all.map(\.id))
  func `each rule says in one sentence what is wrong, and in one what to do`(id: String) throws {
    let rule = try #require(RuleCatalogue.description(id: id))
    for sentence in [rule.problem, rule.action] {
      #expect(sentence.first?.isUppercase == true)
      #expect(sentence.hasSuffix("."))
      #expect(sentence.filter { $0 == "." }.count == 1)
      #expect(!sentence.lowercased().contains("set the flag"))
      #expect(!sentence.lowercased().contains("change the flag"))
    }
    let verb = String(rule.action.prefix { $0 != " " })
    #expect(
      [
        "Add", "Agree", "Arrange", "Ask", "Check", "Correct", "Decide", "End", "Obtain", "Offer",
        "Take",
      ].contains(verb), "an action begins with a verb: \(rule.action)")
  }

  @Test(arguments: RuleCatalogue.all.map(\.id))
  func `each rule is one file whose comment is its entry in the catalogue`(id: String) throws {
    let rule = try #require(RuleCatalogue.description(id: id))
    let comment = try #require(try Self.comments()[id], "no file in Rules has the rule")
    #expect(comment.count == 4)
    #expect(comment.first == rule.problem)
    for (paragraph, word) in zip(comment.dropFirst(), ["Detects: ", "Why it matters: ", "Fix: "]) {
      #expect(paragraph.hasPrefix(word))
      #expect(paragraph.hasSuffix("."))
    }
    #expect(comment.last == "Fix: \(rule.action)")
  }

  @Test func `there is no file of a rule that the catalogue does not have`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(files.count == RuleCatalogue.all.count)
    #expect(Set(try Self.comments().keys) == Set(RuleCatalogue.all.map(\.id)))
  }

  /// The paragraphs of each rule's documentation comment, by the id in the same file.
  static func comments() throws -> [String: [String]] {
    var comments: [String: [String]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      guard let id = text.firstMatch(of: /id(?:: String)?(?: =|:) "([a-z-]+)"/)?.output.1,
        let head = text.firstRange(of: /\nstruct [A-Za-z]+: Rule \{/)
      else { continue }
      var paragraphs = [""]
      for line in text[..<head.lowerBound].split(separator: "\n") where line.hasPrefix("///") {
        let words = line.dropFirst(3).drop { $0 == " " }
        if words.isEmpty {
          paragraphs.append("")
        } else {
          let last = paragraphs.removeLast()
          paragraphs.append(last.isEmpty ? String(words) : "\(last) \(words)")
        }
      }
      comments[String(id)] = paragraphs
    }
    return comments
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Detect/Rules").standardized.path()

  @Test func `a rule that is off by default raises nothing until it is turned on`() {
    let all = Given(
      employees: """
        | employee     | flag  |
        | RA2/10000001 | carer |
        """
    ).reconciliation()
    func ids(_ settings: DetectSettings) -> [String] {
      Detect.run(all, settings: settings).rules.map(\.id)
    }
    #expect(!ids(DetectSettings()).contains("flag-without-passport"))
    var settings = DetectSettings()
    settings.ruleOverrides["flag-without-passport"] = .severity(.high)
    let findings = Detect.run(all, settings: settings)
    let rule = findings.rules.first { $0.id == "flag-without-passport" }
    #expect(rule?.severity == .high)
    #expect(
      rule?.action
        == "Offer the employee a conversation about a carer's passport, which they are free to "
        + "decline.")
  }

  @Test func `the pipeline file turns rules off and gives them other severities`() {
    let all = Given(
      employees: """
        | employee     | manager  | recipient |
        | RA2/10000001 | 10000009 | no email  |
        """
    ).reconciliation()
    var settings = DetectSettings()
    settings.ruleOverrides["manager-unknown"] = .off
    settings.ruleOverrides["recipient-without-email"] = .severity(.low)
    let findings = Detect.run(all, settings: settings)
    #expect(
      findings.all.map { findings.rules[$0.rule].id } == [
        "organisation-unknown", "recipient-without-email",
      ])
    #expect(findings.rules.last?.severity == .low)
    #expect(findings.rules.count == 41)
  }

  @Test(arguments: [2, 3, 8])
  func `findings do not depend on how many workers look for them`(count: Int) {
    let all = ListRuleTests.entries.reconciliation()
    func texts(_ findings: Findings) -> [String] {
      findings.all.map { "\($0.rule) \(all.text(of: $0.subject)) \($0.detail) \($0.rows)" }
    }
    let alone = texts(Detect.run(all))
    #expect(texts(Detect.run(all, workers: Workers(count: count))) == alone)
    #expect(alone.count > 10)
  }
}
