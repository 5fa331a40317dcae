import Foundation

/// What the program did: exit status and all it said.
package struct ProgramResult: Sendable {
  /// The exit status, or minus the signal that ended the program.
  package let status: Int32
  /// What it wrote to standard output.
  package let output: String
  /// What it wrote to standard error.
  package let errors: String

  /// Puts together what is known of a program that has ended.
  package init(status: Int32, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

/// The built `carer-reconcile`, which lies beside the test bundle.
package enum BuiltProgram {
  /// The absolute path of the executable.
  package static let path: String = {
    var bundle = CommandLine.arguments.first ?? ""
    do {
      bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    } catch {
      // Not Linux: the first argument is the path of the bundle.
    }
    let parts = bundle.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast().joined(separator: "/") + "/carer-reconcile"
  }()

  /// Runs the program in a folder and waits until it ends.
  package static func run(
    _ arguments: [String], in folder: String = Repository.root,
    environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try run(path, arguments, in: folder, environment: environment)
  }

  /// Runs any program by its path.
  package static func run(
    _ program: String, _ arguments: [String], in folder: String = Repository.root,
    environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try RunningProgram(arguments, of: program, in: folder, environment: environment).wait()
  }
}
