// swift-tools-version: 6.3
import PackageDescription

/// Strict on purpose: what the compiler can refuse, no reviewer needs to find.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),  // lets our column types hand out spans
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A link to `Pipelines/layouts`: the layouts go into the program.
let shippedLayouts: [Resource] = [.embedInCode("ShippedLayouts")]

/// A module of the product.
///
/// Arrows go up the page only; `LayeringTests` holds the imports of every
/// file against this list.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The tests of one module, or of the whole from one point of view.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "carer-reconcile",
  products: [.executable(name: "carer-reconcile", targets: ["carer-reconcile"])],
  dependencies: [],
  targets: [
    // System libraries: a module map and a shim each.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CMemory"),

    // The ground: no word of the domain in Threads, Columns, Files and Workbooks, no input or output
    // in Threads, Vocabulary and Workbooks.
    module("Vocabulary"),
    module("Threads"),
    module("Columns", ["CMemory", "Threads"]),
    module("Files", ["CCrypto", "Threads"]),
    module("Workbooks", ["Columns", "CZlib", "CExpat"]),
    module("Records", ["Vocabulary", "Columns"]),

    // The five stages, which never import each other.
    module("Ingest", ["Records", "Columns", "Threads", "Vocabulary", "Files", "Workbooks"]),
    module("Normalise", ["Records", "Columns", "Threads", "Vocabulary"]),
    module("Join", ["Records", "Columns", "Threads", "Vocabulary"]),
    module("Detect", ["Records", "Columns", "Threads", "Vocabulary", "Files"]),
    module("Emit", ["Records", "Columns", "Threads", "Vocabulary", "Files", "Workbooks"]),

    // What lasts from night to night; cannot see Records, so no personal data can reach it.
    module("Ledger", ["Vocabulary", "Files", "CSQLite"]),

    module(
      "Pipeline",
      [
        "Ingest", "Normalise", "Join", "Detect", "Emit", "Ledger", "Records", "Columns",
        "Threads", "Vocabulary", "Files",
      ],
      resources: shippedLayouts),
    // Inputs like real ones, for tests and benchmarks; knows no stage.
    module("Sample", ["Vocabulary", "Files", "Threads"]),
    module("Arguments"),
    .executableTarget(
      name: "carer-reconcile",
      dependencies: [
        "Pipeline", "Arguments", "Detect", "Ledger", "Sample", "Records", "Files", "Threads",
        "Vocabulary",
      ], swiftSettings: settings),

    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "StageSupport",
      dependencies: [
        "Ingest", "Normalise", "Join", "Records", "Columns", "Threads", "Vocabulary", "Files",
        "TestSupport",
      ], path: "Tests/StageSupport", swiftSettings: settings),
    tests("VocabularyTests", ["Vocabulary"]),
    tests("ThreadsTests", ["Threads"]),
    tests("ColumnsTests", ["Columns", "Threads", "CMemory"]),
    tests("FilesTests", ["Files"]),
    tests("WorkbooksTests", ["Workbooks", "Columns", "CZlib"]),
    tests(
      "IngestTests",
      ["Ingest", "Records", "Columns", "Threads", "Vocabulary", "Files", "StageSupport"]),
    tests("NormaliseTests", ["Normalise", "Records", "Columns", "Vocabulary", "StageSupport"]),
    tests(
      "JoinTests", ["Join", "Records", "Columns", "Threads", "Vocabulary", "StageSupport"]),
    tests("DetectTests", ["Detect", "Records", "Columns", "Threads", "Vocabulary"]),
    tests(
      "EmitTests",
      ["Emit", "Records", "Columns", "Threads", "Vocabulary", "Files", "Workbooks"]),
    tests("LedgerTests", ["Ledger", "Vocabulary", "Files", "CSQLite"]),
    tests(
      "PipelineTests",
      [
        "Pipeline", "Ingest", "Normalise", "Join", "Detect", "Emit", "Vocabulary",
        "StageSupport",
      ]),
    tests(
      "SampleTests",
      ["Sample", "Ingest", "Records", "Columns", "Threads", "Vocabulary", "Files"]),
    tests("ArgumentsTests", ["Arguments"]),
    tests("RepositoryTests", ["Pipeline", "Ingest", "Detect", "Vocabulary"]),
    .target(
      name: "FuzzSupport",
      dependencies: [
        "Pipeline", "Ingest", "Normalise", "Join", "Detect", "Emit", "Records", "Columns",
        "Threads", "Vocabulary", "Files", "TestSupport",
      ],
      path: "Tests/FuzzSupport", swiftSettings: settings),
    tests("FuzzTests", ["FuzzSupport"], exclude: ["Seeds"]),
    tests("EndToEndTests", [], exclude: ["Cases"]),
    tests(
      "ReliabilityTests", ["carer-reconcile", "Files", "Ledger"], exclude: ["Shim", "README.md"]),
  ],
  swiftLanguageModes: [.v6]
)

// The program that scripts/fuzz builds: libFuzzer brings its main, so it links with that only.
if Context.environment["CARER_RECONCILE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["FuzzSupport"], path: "Tests/Fuzz",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
