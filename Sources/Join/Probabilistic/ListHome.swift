import Columns
import Records
import Vocabulary

/// The organisation that an entry most likely comes from by where it stands.
///
/// A passport log is mostly kept by one employer, a network list by one footprint, references such
/// as `WCP-RA2-00017` name the employer, and so does the mail domain of an address that is not the
/// national one: where an entry's own organisation is blank or out of date, that still tells
/// namesakes apart.
struct ListHome: Sendable {
  /// An organisation's index; -1 where only the footprint is known.
  var organisation: Int
  var footprint: ODSCode
  /// Logarithms of how much rarer than everybody the organisation's and the footprint's staff are.
  var bonus: Float
  var footprintBonus: Float
  /// Whether the entry's own address tells it: that says nothing more of who has this address.
  var isOfAddress = false
  /// Whether only the entries before and behind it tell it.
  var isOfNeighbours = false

  /// The home of an organisation's list.
  init(organisation: Int, _ picture: StaffPicture) {
    self.organisation = organisation
    footprint = picture.footprint[organisation]
    let staff = Double(max(1, picture.count))
    bonus = -LinkagePriors.logarithm(
      Double(max(1, picture.organisationSize(organisation))) / staff)
    footprintBonus = -LinkagePriors.logarithm(
      Double(max(1, picture.footprintSize(of: organisation))) / staff)
  }

  /// The home of a footprint's list, of which `organisation` is one.
  init(footprintOf organisation: Int, _ picture: StaffPicture) {
    self.init(organisation: organisation, picture)
    self.organisation = -1
  }
}

/// Finds the home of each entry of a list.
struct ListHomes: Sendable {
  private let picture: StaffPicture
  private let references: TextDictionary
  private let entries: [ListEntry]
  private var byFile: [Int: ListHome] = [:]

  /// How many entries of a file must name an organisation, and which share of them one, for the
  /// file to be that one's.
  private static let leastEntries = 5
  private static let leastShare = 0.7

  /// Counts the organisations that the files of a list name.
  init(_ entries: [ListEntry], _ references: TextDictionary, _ picture: StaffPicture) {
    self.entries = entries
    self.picture = picture
    self.references = references
    var counts: [Int: [Int: Int]] = [:]
    for entry in entries {
      guard let organisation = picture.organisationIndex(entry.organisation) else {
        continue
      }
      counts[entry.row.file, default: [:]][organisation, default: 0] += 1
    }
    for (file, organisations) in counts { byFile[file] = Self.home(organisations, picture) }
  }

  /// The home of an entry: what its reference names, else whose mail domain its address is in, else
  /// what its file is mostly of, else what its neighbours there are of.
  ///
  /// `isAmbiguous` = exact methods found several whom it fits: where it stands does not choose
  /// between them then, only what is written in it.
  func home(of number: Int, isAmbiguous: Bool = false) -> ListHome? {
    let entry = entries[number]
    if !entry.reference.isEmpty,
      let organisation = picture.organisation(namedIn: entry.reference, references)
    {
      return ListHome(organisation: organisation, picture)
    }
    if let organisation = picture.organisation(ofDomainOf: entry.email) {
      var home = ListHome(organisation: organisation, picture)
      home.isOfAddress = true
      return home
    }
    if isAmbiguous { return nil }
    if let home = byFile[entry.row.file] { return home }
    guard entry.organisation.isMissing,
      let organisation = neighbour(of: number, by: -1),
      organisation == neighbour(of: number, by: 1)
    else { return nil }
    var home = ListHome(organisation: organisation, picture)
    home.isOfNeighbours = true
    return home
  }

  /// The organisation that the next entry before (`step` -1) or behind (1) names; lists are often
  /// put together from lists of employers, or sorted by them.
  private func neighbour(of number: Int, by step: Int) -> Int? {
    for distance in 1...Self.reach {
      let place = number + step * distance
      guard entries.indices.contains(place), entries[place].row.file == entries[number].row.file
      else { return nil }
      let code = entries[place].organisation
      if !code.isMissing { return picture.organisationIndex(code) }
    }
    return nil
  }

  private static let reach = 3

  private static func home(_ counts: [Int: Int], _ picture: StaffPicture) -> ListHome? {
    let total = counts.values.reduce(0, +)
    guard total >= leastEntries else { return nil }
    let least = Double(total) * leastShare
    if let most = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }),
      Double(most.value) >= least
    {
      return ListHome(organisation: most.key, picture)
    }
    var footprints: [ODSCode: (count: Int, organisation: Int)] = [:]
    for (organisation, count) in counts.sorted(by: { $0.key < $1.key }) {
      let code = picture.footprint[organisation]
      if code.isMissing { continue }
      footprints[code, default: (0, organisation)].count += count
    }
    guard let most = footprints.first(where: { Double($0.value.count) >= least }) else {
      return nil
    }
    return ListHome(footprintOf: most.value.organisation, picture)
  }
}

extension StaffPicture {
  /// The organisation of the staff extract whose code is a part of a reference; nil if none is.
  func organisation(namedIn reference: TextCode, _ references: TextDictionary) -> Int? {
    let text = references[reference]
    var start = 0
    for index in 0...text.count {
      let isPart =
        index < text.count
        && ((0x30...0x39).contains(text[index]) || (0x41...0x5A).contains(text[index] & 0xDF))
      if isPart { continue }
      // A number alone is a serial number, whatever code looks like it.
      if index - start >= 3, (0x41...0x5A).contains(text[start] & 0xDF),
        let code = ODSCode(text.extracting(start..<index)),
        let organisation = organisationIndex(code)
      {
        return organisation
      }
      start = index + 1
    }
    return nil
  }
}
