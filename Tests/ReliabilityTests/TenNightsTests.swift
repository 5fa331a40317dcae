import Foundation
import TestSupport
import Testing

/// Ten nights in a row, held against counts that look at all nights from the first on each time.
struct TenNightsTests {
  private static let seeds: Range<UInt64> = Effort.isFull ? 1..<21 : 1..<3

  /// What a published run says, by the subject.
  private struct Published {
    /// Of `discrepancies.csv`, by `rule|subject`.
    var discrepancies: [String: [String: String]] = [:]
    /// Of the carers' lists, by `person footprint`.
    var recipients: [String: (code: String, delivery: String)] = [:]
    var summary = ""
  }

  @Test(arguments: seeds)
  func `statuses, ages and deliveries are as a slow count says`(seed: UInt64) throws {
    let region = TenNights(seed: seed)
    let folder = TemporaryFolder()
    folder.write("pipeline.json5", TenNights.pipeline)
    let output = folder.path("output")
    var runs: [Published] = []
    for number in region.nights.indices {
      region.write(number, into: folder)
      let date = TenNights.date(number)
      let result = try BuiltProgram.run(
        [
          "run", "pipeline.json5", "--input", "night-\(number)", "--output", output, "--as-of",
          date,
        ], in: folder.path)
      try #require(result.status == 0, "night \(number): \(result.errors)")
      runs.append(try read(output + "/runs/\(date)-01", region.nights[number]))
      checkPresence(region, runs, "seed \(seed), night \(number)")
      checkLives(region, runs, "seed \(seed), night \(number)")
      checkDeliveries(region, runs, "seed \(seed), night \(number)")
      let sent = region.nights[number].sent
      for footprint in sent ?? [""] {
        let more = footprint.isEmpty ? [] : ["--footprint", footprint]
        let confirmed = try BuiltProgram.run(
          ["confirm", "\(date)-01", "--output", output] + more, in: folder.path)
        // Status 66 where the footprint's lists hold nobody with a code.
        #expect([0, 66].contains(confirmed.status), "\(confirmed.errors)")
      }
    }
    // All that can become of a discrepancy and of a code has happened.
    let statuses = Set(runs.flatMap { $0.discrepancies.values.map { $0["status"] } })
    #expect(statuses == ["new", "open", "reopened", "waived"])
    let deliveries = Set(runs.flatMap { $0.recipients.values.map(\.delivery) })
    #expect(deliveries.isSuperset(of: ["new", "listed", "sent", "code-changed"]))
    #expect(
      try OutputState.faults(
        in: output, runs: region.nights.indices.map { TenNights.date($0) + "-01" }) == [])
  }

  private func read(_ run: String, _ night: TenNights.Night) throws -> Published {
    var published = Published()
    for row in CSVTable(file: run + "/discrepancies.csv").rows {
      published.discrepancies["\(row["rule"] ?? "")|\(row["subject"] ?? "")"] = row
    }
    for file in FolderContents.files(below: run) where file.hasSuffix("/carers.csv") {
      let footprint = file.split(separator: "/")[1]
      for row in CSVTable(file: "\(run)/\(file)").rows {
        let number = try #require(Int(row["employee_number"] ?? ""))
        let person = "\((number - 10_000_000) / 10) \(footprint)"
        #expect(published.recipients[person] == nil, "listed twice: \(person)")
        published.recipients[person] = (row["access_code"] ?? "", row["delivery"] ?? "")
      }
    }
    published.summary = FolderContents.text(of: run + "/summary.json") ?? ""
    return published
  }

  /// Which of two rules there must be tonight, from what was drawn.
  private func checkPresence(_ region: TenNights, _ runs: [Published], _ place: Comment) {
    let tonight = region.nights[runs.count - 1]
    var wanted: Set<String> = []
    for (index, person) in tonight.persons.enumerated() where person.hasPassport {
      guard person.flag != "yes" else { continue }
      let subject = TenNights.subject(person, index)
      wanted.insert("passport-without-flag|\(subject)")
      guard runs.count > 1 else { continue }
      let before = region.nights[runs.count - 2].persons[index]
      if before.flag == "yes", before.employers == person.employers {
        wanted.insert("flag-withdrawn-while-passport-active|\(subject)")
      }
    }
    let rules = ["passport-without-flag|", "flag-withdrawn-while-passport-active|"]
    let found = runs[runs.count - 1].discrepancies.keys
      .filter { key in rules.contains { key.hasPrefix($0) } }
    #expect(Set(found) == wanted, place)
    #expect(!wanted.isEmpty, place)
  }

  private func checkLives(_ region: TenNights, _ runs: [Published], _ place: Comment) {
    let tonight = runs.count - 1
    var counts: [String: Int] = [:]
    for (key, row) in runs[tonight].discrepancies {
      let nights = runs.indices.filter { runs[$0].discrepancies[key] != nil }
      let until = region.nights[tonight].waivers[key] ?? ""
      let isSeenBefore = nights.count > 1
      let wasThere = tonight > 0 && nights.contains(tonight - 1)
      let status =
        until >= TenNights.date(tonight)
        ? "waived" : !isSeenBefore ? "new" : wasThere ? "open" : "reopened"
      #expect(row["status"] == status, "\(place) \(key)")
      #expect(row["first_seen"] == TenNights.date(nights[0]), "\(place) \(key)")
      #expect(row["age_days"] == "\(3 * (tonight - nights[0]))", "\(place) \(key)")
      counts[status, default: 0] += 1
    }
    if tonight > 0 {
      counts["resolved"] = runs[tonight - 1].discrepancies.keys
        .count { runs[tonight].discrepancies[$0] == nil }
    }
    for (status, count) in counts {
      let words = "\"\(status)\": \(count)"
      #expect(runs[tonight].summary.contains(words), "\(place): no \(words)")
    }
  }

  private func checkDeliveries(_ region: TenNights, _ runs: [Published], _ place: Comment) {
    let tonight = runs.count - 1
    var wanted: Set<String> = []
    for (index, person) in region.nights[tonight].persons.enumerated()
    where person.flag == "yes" || person.hasPassport {
      let footprint = TenNights.footprint(person.employers.last ?? "")
      wanted.insert("\(index) \(footprint)")
    }
    #expect(Set(runs[tonight].recipients.keys) == wanted, place)
    for (key, row) in runs[tonight].recipients {
      let footprint = key.suffix(3)
      let code = region.nights[tonight].codes[String(footprint)] ?? ""
      #expect(row.code == code, "\(place) \(key)")
      var delivery = "new"
      for night in 0..<tonight {
        guard let before = runs[night].recipients[key], !before.code.isEmpty else { continue }
        let sent = region.nights[night].sent
        if delivery == "new" { delivery = "listed" }
        if sent?.contains(String(footprint)) ?? true {
          delivery = before.code == code ? "sent" : "code-changed"
        }
      }
      #expect(row.delivery == (code.isEmpty ? "no-code" : delivery), "\(place) \(key)")
    }
  }
}
