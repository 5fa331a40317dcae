import Columns
import Files
import Records
import Vocabulary

/// Writes the draft of a mail to an organisation's HR lead (RFC 5322, plain text in UTF-8).
///
/// It explains the two codes and names the lists to attach; no person is in it but the lead. The
/// sender is not known here: the address in `From` ends in `.invalid`, and `X-Unsent` makes mail
/// programs open the file as a draft of whoever opens it.
struct HRLeadMessage: Sendable {
  let contents: RunContents
  /// The employer, by its place among ``RunContents/employers``.
  let employer: Int

  /// The draft's name beside the page of its footprint.
  var fileName: String { "\(contents.employers[employer].code.text).eml" }

  /// The address to write to; nil where there is none, or one that might be read as several.
  var recipient: String? {
    let email = contents.reconciliation.extracts.emails.string(
      contents.employers[employer].hrLeadEmail)
    return !email.isEmpty && email.utf8.allSatisfy(Self.isPlainInAddress) ? email : nil
  }

  /// The draft; lines end in CR LF.
  func bytes() -> [UInt8] {
    let asOf = contents.reconciliation.asOf
    let lead = contents.reconciliation.extracts.texts.string(
      contents.employers[employer].hrLeadName)
    let name = lead.isEmpty ? "" : "\(Self.word(lead))\r\n "
    let headers = [
      "Date: \(asOf.mailDate)",
      "From: Workforce lead <workforce-lead@example.invalid>",
      "To: \(name)<\(recipient ?? "")>",
      "Subject: \(Self.word("Access codes for staff who are carers, and for their managers"))",
      "X-Unsent: 1",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
    ]
    return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + Self.lines(body)).utf8)
  }

  // MARK: - Text

  private var body: String {
    let texts = contents.reconciliation.extracts.texts
    let facts = contents.employers[employer]
    let lead = Self.oneLine(texts.string(facts.hrLeadName))
    let organisation = Self.oneLine(
      Plain.named(facts.code.text, texts.string(facts.name)))
    return """
      Dear \(lead.isEmpty ? "colleague" : lead),

      these are the access codes of \(organisation), as of \
      \(contents.reconciliation.asOf.plain).

      1. Employers for Carers, for line managers and HR
      \(code(.employersForCarers))
      Please give it to the managers on the list managers.csv. Everyone who manages staff is on \
      it: it does not tell whether anyone in a team is a carer.

      2. The Digital Resource for Carers, for staff who are carers
      \(code(.digitalResource))
      Please give it to the people on the list carers.csv, to each one alone, never with others \
      in copy and never by way of their manager: most of them have not told their manager.

      The lists to attach to this message:
      \(OutputPaths.recipients(.employersForCarers, facts.path))
      \(OutputPaths.recipients(.digitalResource, facts.path))

      When the lists are sent, please say so, so that the run can be confirmed and no one is \
      written to twice.

      """
  }

  private func code(_ platform: Platform) -> String {
    let reconciliation = contents.reconciliation
    let rows = reconciliation.links.entitlements.codeRow[employer]
    guard let place = rows[platform] else {
      return "There is no code at present; it will follow."
    }
    let row = reconciliation.extracts.accessCodes[place]
    let code = Self.oneLine(reconciliation.extracts.texts.string(row.code))
    let until = row.validTo.isMissing ? "" : ", valid until \(row.validTo.plain)"
    return "Code: \(code)\(until)"
  }

  // MARK: - Form

  /// What may stand in an address without quotes: letters, digits and the signs of RFC 5322's
  /// atoms.
  private static func isPlainInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "@.-_+'&*=^~!#$%/?{}|`".utf8.contains(byte)
    }
  }

  /// A text on one line, without anything that is not to be seen.
  private static func oneLine(_ text: String) -> String { OneLine.printable(text, with: " ") }

  /// A text as words of a header, always encoded (RFC 2047): it can be read as a text only.
  ///
  /// Cut at characters, so that no line with its header's name is longer than 76.
  private static func word(_ text: String) -> String {
    var words: [String] = []
    var bytes: [UInt8] = []
    func end() {
      if !bytes.isEmpty { words.append("=?utf-8?B?\(Base64.text(bytes))?=") }
      bytes = []
    }
    for scalar in oneLine(text).unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if bytes.count + encoded.count > 39 { end() }
      bytes += encoded
    }
    end()
    return words.joined(separator: "\r\n ")
  }

  /// A body in Base64, 57 bytes or 76 characters a line; its own lines end in CR LF.
  private static func lines(_ text: String) -> String {
    let plain = Array(
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
    return stride(from: 0, to: plain.count, by: 57)
      .map { Base64.text(plain[$0..<min($0 + 57, plain.count)]) + "\r\n" }.joined()
  }
}
