import Testing
import TestSupport

/// What the command line refuses, and what it answers.
struct UsageTests {
  @Test(arguments: [
    (
      [],
      "no command given, name one of run, check, rules, completions, help."
        + " See: carer-reconcile --help"
    ),
    (["rnu"], #"unknown command "rnu", did you mean "run"? See: carer-reconcile --help"#),
    (
      ["run"],
      "PIPELINE is missing, write carer-reconcile run PIPELINE [--input DIR] [--output DIR]"
        + " [--as-of DATE] [--again] [--accept GUARD=REASON]... [--workers N] [--timings]."
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

  @Test(arguments: ["run", "check", "rules", "completions", "help"])
  func `every command has help, in both spellings`(_ command: String) throws {
    let asked = try BuiltProgram.run(["help", command])
    let opted = try BuiltProgram.run([command, "--help"])
    #expect(asked.status == 0)
    #expect(asked.output.contains("USAGE: carer-reconcile \(command)"))
    #expect(asked.output == opted.output)
    #expect(asked.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `help names every command, and version the program`() throws {
    let help = try BuiltProgram.run(["--help"])
    for command in ["run", "check", "rules", "completions", "help"] {
      #expect(help.output.contains("\n  \(command) "))
    }
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
}
