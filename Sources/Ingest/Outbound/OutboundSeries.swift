import Vocabulary

/// One interface file of a series before its records are read.
struct OutboundMember: Sendable {
  /// The file's number in reading order.
  let number: Int
  let path: String
  let header: OutboundHeader

  var name: OutboundFileName { header.name }
}

/// Which files of one employer are read, and in which order.
///
/// ```
/// F 1 ── C 2 ── C 3 ── F 4 ── C 5 ── C 6      by run, then sequence
/// └──── superseded ───┘ └─ read, in order ─┘
/// ```
///
/// The newest full file, and all changes behind it. Each changes file must follow on the one
/// before: its previous run is that file's run, its sequence one more. Full files and changes may
/// be numbered apart; then the first changes file follows on the full file by its previous run, or
/// on the changes file before it by previous run and sequence.
struct OutboundSeries: Sendable {
  /// The files to read, the full one first, as indices into the members.
  private(set) var chain: [Int] = []
  /// Files that a newer full file replaces.
  private(set) var superseded: [Int] = []
  /// Files that have the bytes of another one of the series.
  private(set) var duplicates: [Int] = []
  /// How many days older the full file is than the newest changes on it, where that is too many.
  private(set) var staleDays: Int?

  /// How many days a full file may be older than the changes on it before that is worth a word.
  static let fullFileDays = 35

  /// Orders the files of one employer; `areEqual` says whether two members have the same bytes.
  ///
  /// - Precondition: all members are of one VPD; there is at least one.
  /// - Throws: `IngestFailure`, unusable: no full file, a gap, two files of one number; what
  ///   `areEqual` throws.
  init(
    _ members: [OutboundMember], areEqual: (Int, Int) throws(IngestFailure) -> Bool
  ) throws(IngestFailure) {
    let ordered = try withoutDuplicates(members, areEqual).sorted {
      let (left, right) = (members[$0], members[$1])
      return (left.header.run, left.name.sequence, $0) < (right.header.run, right.name.sequence, $1)
    }
    guard let full = ordered.lastIndex(where: { members[$0].name.content == .full }) else {
      let first = members[ordered[0]]
      throw IngestFailure(
        .unusable, at: first.path,
        "changes of VPD \(first.name.vpd) without a full file before them",
        remedy: "put the full file (GO_\(first.name.vpd)_EXP_GOF_…) that they follow on there")
    }
    superseded = Array(ordered[..<full])
    chain = Array(ordered[full...])
    let older = superseded.map { members[$0] }
    for (before, file) in zip(chain, chain.dropFirst()) {
      try check(members[file], follows: members[before], older)
    }
    noteAge(members)
  }

  /// Refuses a file that does not follow on the one before.
  private func check(
    _ file: OutboundMember, follows before: OutboundMember, _ older: [OutboundMember]
  ) throws(IngestFailure) {
    let isNext = file.name.sequence == before.name.sequence + 1
    let isLinked = file.header.previousRun == before.header.run
    if isNext, isLinked { return }
    if before.name.content == .full {
      let earlier = older.last {
        $0.name.content == .changes && $0.name.sequence == file.name.sequence - 1
      }
      let isApart = earlier != nil || file.name.sequence <= before.name.sequence
      if isApart, isLinked { return }
      if let earlier, file.header.previousRun == earlier.header.run { return }
    }
    let place = "\(file.path), line 1"
    if file.name.sequence > before.name.sequence + 1 {
      let missing = file.name.sequence - before.name.sequence - 1
      throw IngestFailure(
        .unusable, at: place,
        "sequence \(file.name.sequence) stands behind sequence \(before.name.sequence): "
          + (missing == 1 ? "1 file is" : "\(missing) files are") + " missing between them",
        remedy: "put the missing changes files there, or a newer full file")
    }
    throw IngestFailure(
      .unusable, at: place,
      isLinked
        ? "its run is later and its sequence \(file.name.sequence) does not follow on "
          + "\(before.name.sequence) of \(before.path)"
        : "it follows on the run \(Self.run(file.header.previousRun)), but the file before it, "
          + "\(before.path), is of the run \(Self.run(before.header.run))",
      remedy: "put the changes files between the two there, or a newer full file")
  }

  private static func run(_ moment: OutboundTimestamp) -> String {
    moment.isMissing ? "(none)" : moment.text
  }

  /// The members but for second ones of a kind and sequence, which must have the same bytes.
  private mutating func withoutDuplicates(
    _ members: [OutboundMember], _ areEqual: (Int, Int) throws(IngestFailure) -> Bool
  ) throws(IngestFailure) -> [Int] {
    // The day is no part of a file's number.
    struct Number: Hashable {
      let content: OutboundFileName.Content
      let sequence: Int
    }
    var first: [Number: Int] = [:]
    var kept: [Int] = []
    for (index, member) in members.enumerated() {
      let number = Number(content: member.name.content, sequence: member.name.sequence)
      guard let other = first[number] else {
        first[number] = index
        kept.append(index)
        continue
      }
      guard try areEqual(other, index) else {
        throw IngestFailure(
          .unusable, at: member.path,
          "the same sequence \(member.name.sequence) as \(members[other].path), with other content",
          remedy: "find out which of the two is right and take the other away")
      }
      duplicates.append(index)
    }
    return kept
  }

  private mutating func noteAge(_ members: [OutboundMember]) {
    guard let last = chain.last else { return }
    let full = members[chain[0]]
    let days = Int(members[last].header.run.day.raw - full.header.run.day.raw)
    if days > Self.fullFileDays { staleDays = days }
  }
}
