import Foundation
import Testing
import TestSupport

/// Holds what every file imports against what `Package.swift` declares, and that against the
/// picture.
///
/// SwiftPM lets a target import a module that it did not declare, if something else happens to
/// build it.
struct LayeringTests {
  /// Who may see whom.
  ///
  /// Arrows go up the table only.
  private static let picture = """
    | module     | may import |
    | Vocabulary | |
    | Threads    | |
    | Columns    | CMemory Threads |
    | Files      | CCrypto Threads |
    | Workbooks  | Columns CZlib CExpat |
    | Arguments  | |
    | Records    | Vocabulary Columns |
    | Ingest     | Vocabulary Threads Columns Records Files Workbooks |
    | Normalise  | Vocabulary Threads Columns Records |
    | Join       | Vocabulary Threads Columns Records |
    | Detect     | Vocabulary Threads Columns Records Files |
    | Emit       | Vocabulary Threads Columns Records Files Workbooks |
    | Ledger     | Vocabulary Files CSQLite |
    | Sample     | Vocabulary Files Threads |
    """

  /// Modules of the system that every file may import.
  private static let system: Set<String> = ["Glibc", "Musl", "Dispatch", "Synchronization"]
  /// Modules that may import FoundationEssentials; all others are quicker to start without it.
  private static let mayUseEssentials: Set<String> = ["Pipeline", "carer-reconcile"]

  @Test func `Package.swift declares no more than the picture shows`() {
    for (module, allowed) in Self.drawn(Self.picture) {
      let declared = PackagePicture.declared.dependencies[module]
      #expect(declared != nil, "\(module) is in the picture, but not in Package.swift")
      let surplus = (declared ?? []).subtracting(allowed).sorted()
      #expect(surplus.isEmpty, "\(module) may not depend on \(surplus)")
    }
  }

  @Test func `every module is in the picture or above it`() {
    let modules = Set(SwiftText.sources.map(\.target))
    let known = Set(Self.drawn(Self.picture).keys)
    #expect(modules.isSuperset(of: known))
    for above in modules.subtracting(known) {
      #expect(PackagePicture.declared.dependencies[above] != nil, "\(above) is not declared")
    }
  }

  @Test func `every import is declared`() {
    #expect(Self.undeclared(SwiftText.sources + SwiftText.tests, .declared) == [])
  }

  @Test func `an import that is not declared is found`() {
    let package = PackagePicture(
      text: #"targets: [ module("Ledger", ["Vocabulary"]), tests("LedgerTests", ["Ledger"]) ]"#)
    let bad = SwiftText(
      path: "Sources/Ledger/Spy.swift",
      text: "import Glibc\nimport Vocabulary\npackage import Records\nimport Foundation\n")
    let test = SwiftText(path: "Tests/LedgerTests/T.swift", text: "import Testing\nimport Ledger\n")
    #expect(
      Self.undeclared([bad, test], package) == [
        "Sources/Ledger/Spy.swift:3: imports Records, which Ledger does not declare",
        "Sources/Ledger/Spy.swift:4: imports Foundation, which Ledger does not declare",
      ])
  }

  @Test func `no dependency is declared that no file needs`() {
    var used: [String: Set<String>] = [:]
    for file in SwiftText.sources {
      used[file.target, default: []].formUnion(Self.imports(of: file).map(\.module))
    }
    for (module, imported) in used {
      let idle = (PackagePicture.declared.dependencies[module] ?? []).subtracting(imported)
      #expect(idle.isEmpty, "\(module) declares \(idle.sorted()) and imports none of them")
    }
  }

  // MARK: - The check

  private static func undeclared(_ files: [SwiftText], _ package: PackagePicture) -> [String] {
    files.flatMap { file -> [String] in
      var allowed = (package.dependencies[file.target] ?? []).union(Self.system)
      if file.path.hasPrefix("Tests/") { allowed.formUnion(["Testing", "Foundation"]) }
      if mayUseEssentials.contains(file.target) { allowed.insert("FoundationEssentials") }
      return imports(of: file).filter { !allowed.contains($0.module) }.map {
        "\(file.place($0.line)): imports \($0.module), which \(file.target) does not declare"
      }
    }
  }

  private static func imports(of file: SwiftText) -> [(line: Int, module: String)] {
    file.code.enumerated().compactMap { index, line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count,
        words[..<place].allSatisfy({ $0 == "package" || $0 == "private" || $0.hasPrefix("@") })
      else { return nil }
      return (index, String(words[place + 1]))
    }
  }

  private static func drawn(_ picture: String) -> [String: Set<String>] {
    var table: [String: Set<String>] = [:]
    for line in picture.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
      if let name = cells.first?.first { table[name] = Set(cells.count > 1 ? cells[1] : []) }
    }
    return table
  }
}
