import Columns
import Records
import Vocabulary

/// Writes `distribution/<footprint>/access-codes.html`: who has which code, and who has none yet.
///
/// For the workforce lead, beside `organisations.csv`: access codes stand in it, counts are under
/// disclosure control, and no person is in it but HR leads.
struct AccessCodePage: Sendable {
  let contents: RunContents
  /// The footprint, by its place among ``RunContents/footprints``.
  let footprint: Int

  private static let platforms: [Platform] = [.employersForCarers, .digitalResource]

  /// The page.
  func write(to output: consuming OutputBuffer) -> OutputBuffer {
    let asOf = contents.reconciliation.asOf
    var page = HTMLPage(
      title: "Access codes of \(footprintName)", subtitle: "As of \(asOf.plain)",
      foot: "The same codes stand in organisations.csv, as of \(asOf.text). This page loads "
        + "nothing and sends nothing; no person is in it but HR leads.")
    page.add("", "", Self.warning)
    page.add("see-to", "What to see to", Markup.list(tasks))
    page.add("codes", "Codes by organisation", codes)
    page.add("recipients", "Recipients outstanding", recipients)
    page.add("messages", "Messages to send", messages)
    return page.write(to: output)
  }

  private static let warning = """
    <div class="callout"><p><strong>Access codes stand on this page.</strong> Keep it within the \
    footprint; whoever has a code can use the platform.</p></div>

    """

  private var footprintName: String {
    let group = contents.footprints[footprint]
    if group.code.isMissing { return "organisations without a footprint" }
    return Plain.named(
      group.code.text, contents.reconciliation.extracts.texts.string(group.name))
  }

  // MARK: - What is known of a code

  /// The code that an organisation uses for a platform, in words.
  private struct CodeInUse {
    let code: String
    let since: String
    let until: String
    let origin: String
    let state: String
    let needsAttention: Bool
  }

  private func codeInUse(_ employer: Int, _ platform: Platform) -> CodeInUse {
    let reconciliation = contents.reconciliation
    let entitlements = reconciliation.links.entitlements
    guard let place = entitlements.codeRow[employer][platform] else {
      return CodeInUse(
        code: "none", since: "", until: "", origin: "", state: "missing", needsAttention: true)
    }
    let row = reconciliation.extracts.accessCodes[place]
    let isExpiring = row.isExpiring(
      on: reconciliation.asOf, among: reconciliation.extracts.accessCodes)
    return CodeInUse(
      code: reconciliation.extracts.texts.string(row.code),
      since: row.validFrom.isMissing ? "not said" : row.validFrom.text,
      until: row.validTo.isMissing ? "open" : row.validTo.text,
      origin: origin(of: row, employer), state: isExpiring ? "expiring" : "in force",
      needsAttention: isExpiring)
  }

  private func origin(of row: AccessCodeRow, _ employer: Int) -> String {
    if row.isOrganisations { return "its own" }
    if row.owner == contents.employers[employer].footprint { return "the footprint's" }
    return "previous footprint \(row.owner.text)"
  }

  private func name(_ employer: Int) -> String {
    Plain.named(
      contents.employers[employer].code.text,
      contents.reconciliation.extracts.texts.string(contents.employers[employer].name))
  }

  // MARK: - Parts

  /// The rules on codes that are in use, and may be the wrong ones.
  private static let codeRules: Set = ["access-code-overlap", "access-code-shared"]

  /// What those rules found, by the rows of access codes.
  private var codeFindings: [SourceRow: [Finding]] {
    let rules = contents.findings.rules.map { Self.codeRules.contains($0.id) }
    var findings: [SourceRow: [Finding]] = [:]
    for finding in contents.findings.all where rules[finding.rule] {
      for row in finding.rows { findings[row, default: []].append(finding) }
    }
    return findings
  }

  /// What was found about the code that an organisation uses for a platform.
  private func found(
    _ employer: Int, _ platform: Platform, _ findings: [SourceRow: [Finding]]
  ) -> [String] {
    let reconciliation = contents.reconciliation
    guard let place = reconciliation.links.entitlements.codeRow[employer][platform] else {
      return []
    }
    let ofRow = findings[reconciliation.extracts.accessCodes[place].row] ?? []
    return ofRow.filter { finding in
      // A row may give the codes of both platforms.
      switch finding.subject {
      case .organisationPlatform(_, let other), .footprintPlatform(_, let other):
        other == platform
      default: true
      }
    }.map(\.detail)
  }

  private var tasks: [String] {
    var items: [String] = []
    let findings = codeFindings
    for employer in contents.footprints[footprint].employers {
      for platform in Self.platforms {
        let used = codeInUse(employer, platform)
        if used.state == "missing" {
          items.append("\(name(employer)): no code for \(platform.plain).")
        } else if used.needsAttention {
          items.append("\(name(employer)): the code for \(platform.plain) ends on \(used.until).")
        }
        if used.origin.hasPrefix("previous") {
          items.append(
            "\(name(employer)): \(platform.plain) by the code of the \(used.origin).")
        }
        items += found(employer, platform, findings).map {
          "\(name(employer)), \(platform.plain): \($0)"
        }
      }
      if HRLeadMessage(contents: contents, employer: employer).recipient == nil {
        items.append("\(name(employer)): no address of an HR lead to write to.")
      }
    }
    return items.isEmpty ? ["Nothing: every organisation has both codes and an HR lead."] : items
  }

  private var codes: String {
    let rows = contents.footprints[footprint].employers.flatMap { employer in
      Self.platforms.map { platform in
        let used = codeInUse(employer, platform)
        return [
          name(employer), platform.plain, used.code, used.state, used.since, used.until,
          used.origin,
        ]
      }
    }
    return Markup.scrolling(
      "Codes by organisation",
      Markup.table(
        "Codes by organisation",
        ["Organisation", "Platform", "Code", "State", "Since", "Until", "Whose code"], rows,
        numbers: [4, 5]))
  }

  private var recipients: String {
    let extracts = contents.reconciliation.extracts
    let rows = contents.footprints[footprint].employers.map { employer in
      [
        name(employer), extracts.texts.string(contents.employers[employer].hrLeadName),
        extracts.emails.string(contents.employers[employer].hrLeadEmail),
        outstanding(employer, .digitalResource), outstanding(employer, .employersForCarers),
      ]
    }
    let remark =
      contents.settings.disclosure == .nhsEngland
      ? " Small counts are hidden: * stands for 1 to 7, others are rounded to the nearest 5." : ""
    return Markup.paragraph(
      "Recipients who have not been sent the present code yet, as far as lists were confirmed "
        + "(carer-reconcile confirm).\(remark)")
      + Markup.scrolling(
        "Recipients outstanding",
        Markup.table(
          "Recipients outstanding by organisation",
          ["Organisation", "HR lead", "Address", "Carers", "Managers"], rows, numbers: [3, 4]))
  }

  /// How many of a platform's recipients wait for the code, under disclosure control.
  private func outstanding(_ employer: Int, _ platform: Platform) -> String {
    let hasCode = contents.reconciliation.links.entitlements.codeRow[employer][platform] != nil
    let figures = contents.figures.employers[employer]
    let (places, isHidden) =
      switch platform {
      case .digitalResource:
        (contents.carerPlaces[employer], figures[.carerRecipients].isHidden)
      case .employersForCarers:
        (contents.managerPlaces[employer], figures[.managerRecipients].isHidden)
      }
    let waiting = places.count { place in
      contents.memory.delivery(platform, place: place, hasCode: hasCode) != .sent
    }
    return isHidden
      ? DisclosureControl.symbol : ControlledCount(waiting, contents.settings.disclosure).text
  }

  private var messages: String {
    let group = contents.footprints[footprint]
    let written = group.employers.filter {
      HRLeadMessage(contents: contents, employer: $0).recipient != nil
    }
    if written.isEmpty { return Markup.paragraph("No HR lead has an address to write to.") }
    return Markup.paragraph(
      "One draft for each HR lead lies beside this page. Open it, attach the two lists that it "
        + "names, and send it by a way that is safe for personal data.")
      + Markup.scrolling(
        "Drafts",
        Markup.table(
          "Drafts", ["Organisation", "File", "Lists to attach"],
          written.map { employer in
            let path = contents.employers[employer].path
            return [
              name(employer), HRLeadMessage(contents: contents, employer: employer).fileName,
              OutputPaths.recipients(.digitalResource, path) + " and "
                + OutputPaths.recipients(.employersForCarers, path),
            ]
          }))
  }
}
