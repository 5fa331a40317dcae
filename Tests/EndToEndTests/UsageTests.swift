import Testing
import TestSupport

/// What the command line refuses, and what it answers.
struct UsageTests {
  @Test(arguments: [
    (["rnu"], #"unknown command "rnu", did you mean "run"? See: carer-reconcile --help"#),
    (
      ["run"],
      "PIPELINE is missing, write carer-reconcile run PIPELINE [--input DIR] [--output DIR]"
        + " [--as-of DATE] [--again] [--accept GUARD=REASON]... [--workers N] [--timings] [--json]."
        + " See: carer-reconcile help run"
    ),
    (
      ["run", "a.json5", "--ouput", "x"],
      #"unknown option "--ouput" of run, did you mean "--output"? See: carer-reconcile help run"#
    ),
    (
      ["run", "a.json5", "--as-of", "2026-02-30"],
      #"--as-of: "2026-02-30" is no day there is; give one as YYYY-MM-DD, such as 2026-11-21"#
    ),
    (
      ["run", "a.json5", "--as-of", "21/11/2026"],
      #"--as-of: "21/11/2026" is no day there is; give one as YYYY-MM-DD, such as 2026-11-21"#
    ),
    (
      ["run", "a.json5", "--workers", "0"],
      #"--workers: "0" is no number of threads; give one from 1 to 256"#
    ),
    (
      ["run", "a.json5", "--accept", "maximumShrnk=closed"],
      #"--accept: no guard "maximumShrnk"; did you mean maximumShrink?"#
    ),
    (
      ["run", "a.json5", "--again", "--again"],
      "--again is given twice, take one away. See: carer-reconcile help run"
    ),
    (
      ["completions", "tcsh"],
      #"no such SHELL "tcsh", give one of bash, zsh, fish. See: carer-reconcile help completions"#
    ),
    (
      ["purge"],
      "--older-than DAYS is missing, write carer-reconcile purge --older-than DAYS [--output DIR]."
        + " See: carer-reconcile help purge"
    ),
    (
      ["purge", "--older-than", "a year"],
      #"--older-than: "a year" is no number of days; say how old, such as --older-than 365"#
    ),
    (
      ["sample", "--employees", "many", "--seed", "1", "--output", "x"],
      #"--employees: "many" is no number of employees; give one from 1 to 200000000"#
    ),
    (["rules", "all"], #"unexpected argument "all" of rules. See: carer-reconcile help rules"#),
  ])
  func `a wrong command line ends with 64 and one line`(
    _ arguments: [String], _ message: String
  ) throws {
    let result = try BuiltProgram.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors == "carer-reconcile: \(message)\n")
    #expect(result.output.isEmpty)
  }

  @Test func `no command at all is told which there are`() throws {
    let result = try BuiltProgram.run([])
    #expect(result.status == 64)
    let names = try Self.commands().joined(separator: ", ")
    #expect(
      result.errors
        == "carer-reconcile: no command given, name one of \(names). See: carer-reconcile --help\n")
  }

  @Test func `every command has help, in both spellings`() throws {
    let commands = try Self.commands()
    #expect(Set(commands).isSuperset(of: ["run", "check", "rules", "completions", "help"]))
    for command in commands {
      let asked = try BuiltProgram.run(["help", command])
      let opted = try BuiltProgram.run([command, "--help"])
      #expect(asked.status == 0)
      #expect(asked.output.contains("USAGE: carer-reconcile \(command)"))
      #expect(asked.output == opted.output)
      #expect(asked.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(command)")
    }
  }

  @Test func `version names the program and its number`() throws {
    let version = try BuiltProgram.run(["--version"])
    #expect(version.output.wholeMatch(of: /carer-reconcile \d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions name the commands and their options`(_ shell: String) throws {
    let script = try BuiltProgram.run(["completions", shell])
    #expect(script.status == 0)
    for word in ["run", "check", "rules", "as-of", "output", "workers"] {
      #expect(script.output.contains(word), "\(word)")
    }
  }

  @Test func `a completion script is one that bash can read`() throws {
    let script = TemporaryFolder()
    script.write("completions", try BuiltProgram.run(["completions", "bash"]).output)
    let result = try BuiltProgram.run("/bin/bash", ["-n", script.path("completions")])
    #expect(result.status == 0, "\(result.errors)")
  }

  /// The commands that `--help` lists.
  private static func commands() throws -> [String] {
    let lines = try BuiltProgram.run(["--help"]).output.split(separator: "\n")
    return lines.drop { $0 != "COMMANDS:" }.dropFirst().compactMap { line in
      let word = line.dropFirst(2).prefix { $0 != " " }
      return line.hasPrefix("  ") && !word.isEmpty ? String(word) : nil
    }
  }
}
