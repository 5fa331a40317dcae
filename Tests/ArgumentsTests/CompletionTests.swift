import Arguments
import Foundation
import Testing

@Suite struct CompletionTests {
  @Test(arguments: Shell.allCases)
  func `every command and option stands in the script`(shell: Shell) throws {
    let script = try #require(try answer(["completions", shell.rawValue]))
    for command in sample.commands {
      #expect(script.contains(command.name))
      for option in command.options { #expect(script.contains(option.name)) }
    }
    #expect(script.hasSuffix("\n"))
  }

  @Test(arguments: Shell.allCases.filter { path(of: $0) != nil })
  func `the shell accepts the script`(shell: Shell) throws {
    let executable = try #require(Self.path(of: shell))
    let script = try #require(try answer(["completions", shell.rawValue]))
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("completions")
      try Data(script.utf8).write(to: file)
      let (status, _) = try Self.run(executable, ["-n", file.path], in: folder)
      #expect(status == 0)
    }
  }

  /// What is typed (the last word is being completed) and what bash must offer, sorted.
  struct Typed: CustomTestStringConvertible, Sendable {
    let words: [String]
    let offered: [String]

    init(_ words: [String], _ offered: [String]) {
      self.words = words
      self.offered = offered
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let typed: [Typed] = [
    Typed([""], ["completions", "help", "sort", "streets", "weigh"]),
    Typed(["s"], ["sort", "streets"]),
    Typed(["--"], ["--help", "--version"]),
    Typed(["sort", "--"], ["--again", "--help", "--leave-out", "--order", "--output"]),
    Typed(["sort", "--o"], ["--order", "--output"]),
    Typed(["sort", "a", "--ag"], ["--again"]),
    Typed(["sort", ""], ["a folder", "letters.json5", "other"]),
    Typed(["sort", "l"], ["letters.json5"]),
    Typed(["sort", "letters.json5", ""], []),
    Typed(["sort", "--output", ""], ["a folder", "other"]),
    Typed(["sort", "--output", "o"], ["other"]),
    Typed(["sort", "--output", "=", "o"], ["other"]),
    Typed(["sort", "--output", "="], ["a folder", "other"]),
    Typed(["sort", "--output=o"], ["--output=other"]),
    Typed(["sort", "--order", ""], ["down", "up"]),
    Typed(["sort", "--order", "=", "d"], ["down"]),
    Typed(["sort", "--leave-out", ""], []),
    Typed(["sort", "--output", "other", "l"], ["letters.json5"]),
    Typed(["sort", "--output", "=", "other", "l"], ["letters.json5"]),
    Typed(["sort", "--again", "l"], ["letters.json5"]),
    Typed(["sort", "--", "l"], ["letters.json5"]),
    Typed(["sort", "--", "--"], []),
    Typed(["streets", ""], []),
    Typed(["help", "st"], ["streets"]),
    Typed(["completions", ""], ["bash", "fish", "zsh"]),
    Typed(["unknown", ""], []),
  ]

  @Test(.enabled(if: path(of: .bash) != nil, "bash is not installed"), arguments: typed)
  func `bash offers what fits`(_ typed: Typed) throws {
    let bash = try #require(Self.path(of: .bash))
    let script = try #require(try answer(["completions", "bash"]))
    try inTemporaryFolder { folder in
      for name in ["other", "a folder"] {
        try FileManager.default.createDirectory(
          at: folder.appendingPathComponent(name), withIntermediateDirectories: false)
      }
      for name in ["letters.json5", "letters.csv"] {
        try Data().write(to: folder.appendingPathComponent(name))
      }
      let driver = """
        \(script)
        COMP_WORDS=(post-room "$@")
        COMP_CWORD=$#
        _post_room
        ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"
        """
      let (status, output) = try Self.run(bash, ["-c", driver, "bash"] + typed.words, in: folder)
      #expect(status == 0)
      #expect(output.split(separator: "\n").map(String.init).sorted() == typed.offered)
    }
  }

  // MARK: - Helpers

  private static func path(of shell: Shell) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].map { $0 + shell.rawValue }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("completions-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    try body(folder)
  }

  private static func run(
    _ executable: String, _ arguments: [String], in folder: URL
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
