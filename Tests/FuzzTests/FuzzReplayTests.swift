import FuzzSupport
import TestSupport
import Testing

/// Every seed, and everything that fuzzing has found (`found-…`), through its reader: the process
/// must live, rows must balance, and each refusal must be one line.
///
/// One after another: the readers share a folder.
@Suite(.serialized) struct FuzzReplayTests {
  @Test(arguments: FuzzTarget.allCases)
  func `every seed is read or refused`(target: FuzzTarget) throws {
    let seeds = Repository.files(below: "Tests/FuzzTests/Seeds/\(target.rawValue)")
    #expect(!seeds.isEmpty, "\(target.rawValue) has no seeds")
    for path in seeds { target.run(try #require(Repository.bytes(path))) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `every beginning of a seed is read or refused`(target: FuzzTarget) throws {
    for path in Repository.files(below: "Tests/FuzzTests/Seeds/\(target.rawValue)") {
      let bytes = try #require(Repository.bytes(path))
      let step = max(1, bytes.count / 64)
      for count in stride(from: 0, to: bytes.count, by: step) { target.run(Array(bytes[..<count])) }
    }
  }
}
