import Foundation

/// A program that is at work while the test goes on, `carer-reconcile` unless another is named.
///
/// Its standard output and standard error are files, so it sees no terminal.
package struct RunningProgram {
  private let process = Process()
  private let scratch = TemporaryFolder()

  /// Starts a program in a folder.
  package init(
    _ arguments: [String], of program: String = BuiltProgram.path, in folder: String,
    environment: [String: String] = [:]
  ) throws {
    scratch.write("output", "")
    scratch.write("errors", "")
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path("output"))
    process.standardError = FileHandle(forWritingAtPath: scratch.path("errors"))
    try process.run()
  }

  /// The number of the process.
  package var number: Int32 { process.processIdentifier }

  /// Sends a signal to it.
  package func signal(_ signal: Int32) { kill(number, signal) }

  /// Waits until it has stopped itself (SIGSTOP); false where it ended instead, or after 20 s.
  package func waitUntilStopped() -> Bool {
    for _ in 0..<2_000 {
      let text = FolderContents.text(of: "/proc/\(number)/stat") ?? ""
      // "number (name) state ...": the name has no closing bracket.
      let state = text.split(separator: ")").last?.split(separator: " ").first
      if state == "T" { return true }
      if !process.isRunning { return false }
      usleep(10_000)
    }
    return false
  }

  /// Waits until it has ended.
  package func wait() -> ProgramResult {
    process.waitUntilExit()
    let status = process.terminationStatus
    return ProgramResult(
      status: process.terminationReason == .exit ? status : -status,
      output: String(decoding: scratch.read("output") ?? [], as: UTF8.self),
      errors: String(decoding: scratch.read("errors") ?? [], as: UTF8.self))
  }
}
