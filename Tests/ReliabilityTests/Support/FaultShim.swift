import Foundation
import TestSupport
import Testing

/// The library that makes the k-th system call below a folder fail; see `Shim/fault_shim.c`.
enum FaultShim {
  /// What becomes of the call.
  enum Kind: String, Sendable {
    case noSpace = "ENOSPC"
    case ioError = "EIO"
    case readOnly = "EROFS"
    case invalid = "EINVAL"
    case short = "SHORT"
    case kill = "KILL"
    case killAfter = "KILL-AFTER"
    case stop = "STOP"
    case grow = "GROW"
  }

  private static let folder = TemporaryFolder()

  /// The path of the compiled library, or what hinders.
  static let library: Result<String, Missing> = {
    for compiler in ["cc", "clang", "gcc"] {
      let source = Repository.path("Tests/ReliabilityTests/Shim/fault_shim.c")
      let target = folder.path("fault_shim.so")
      do {
        let made = try BuiltProgram.run(
          "/usr/bin/env", [compiler, "-O1", "-shared", "-fPIC", "-o", target, source, "-ldl"])
        if made.status == 0 { return .success(target) }
      } catch {
        continue
      }
    }
    return .failure(Missing())
  }()

  /// Why faults cannot be injected.
  struct Missing: Error {}

  /// Whether faults can be injected here.
  static let isAvailable: Bool = {
    #if os(Linux)
    if case .success = library { return true }
    #endif
    return false
  }()

  /// What a skipped test says.
  static let whyNot: Comment =
    "faults are injected on Linux only, and by a library that cc, clang or gcc must compile"

  /// The environment of a program in which the call with number `at` below `root` fails.
  ///
  /// 0 fails none and lists them all in `log`. Of all calls only those count that are `only`, such
  /// as `renameat /latest`: the call, and how its path ends.
  static func environment(
    _ kind: Kind, at: Int, below root: String, log: String, isSticky: Bool = false,
    countsReads: Bool = false, only: String? = nil
  ) throws -> [String: String] {
    var environment = [
      "LD_PRELOAD": try library.get(), "FAULT_ROOT": root, "FAULT_LOG": log, "FAULT_AT": "\(at)",
      "FAULT_KIND": kind.rawValue, "FAULT_STICKY": isSticky ? "1" : "0",
      "FAULT_READS": countsReads ? "1" : "0",
    ]
    environment["FAULT_CALL"] = only
    return environment
  }
}

/// Whether the tests run in full (`CARER_RECONCILE_RELIABILITY=full`) or reduced, as by default.
enum Effort {
  static let isFull =
    ProcessInfo.processInfo.environment["CARER_RECONCILE_RELIABILITY"] == "full"
}
