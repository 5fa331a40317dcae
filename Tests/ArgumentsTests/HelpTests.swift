import Arguments
import Testing

@Suite struct HelpTests {
  @Test(arguments: [["--help"], ["-h"], ["help"], ["--help", "srot"]])
  func `the help of the program lists its commands`(arguments: [String]) throws {
    #expect(
      try answer(arguments) == """
        OVERVIEW: Sorts letters.

        Letters are sorted by the street they go to.

        Nothing is opened.

        USAGE: post-room COMMAND [ARGUMENTS]

        OPTIONS:
          --version               Print the version.
          -h, --help              Show this help.

        COMMANDS:
          sort                    Sort the letters of a list.
          streets                 List the streets.
          weigh                   Weigh the letters.
          completions             Print the completions for a shell.
          help                    Show help, of a command if one is named.

        See "post-room help COMMAND" for one of them.

        """)
  }

  @Test(arguments: [
    ["help", "sort"], ["sort", "--help"], ["sort", "-h"], ["sort", "a", "--wrong", "--help"],
  ])
  func `the help of a command shows its arguments and options`(arguments: [String]) throws {
    #expect(
      try answer(arguments) == """
        OVERVIEW: Sort the letters of a list.

        The list stays as it is.

        USAGE: post-room sort LIST [ROUND] [--output DIR] [--order ORDER]
                              [--leave-out STREET]... [--again]

        ARGUMENTS:
          LIST                    The list of letters.
          ROUND                   The round to sort for.

        OPTIONS:
          --output DIR            Where to put them.
          --order ORDER           Which order.
          --leave-out STREET      A street that is left out, however many letters go
                                  there.
          --again                 Sort once more: don't ask [ever].
          -h, --help              Show this help.

        """)
  }

  @Test func `a command without arguments has a short help`() throws {
    #expect(
      try answer(["streets", "--help"]) == """
        OVERVIEW: List the streets.

        USAGE: post-room streets

        OPTIONS:
          -h, --help              Show this help.

        """)
  }

  @Test func `an option that must be given stands without brackets`() throws {
    let help = try #require(try answer(["help", "weigh"]))
    #expect(help.contains("USAGE: post-room weigh --scale NAME [--gently]\n"))
  }

  @Test func `every command has help of at most 80 columns`() throws {
    for command in sample.commands {
      let text = try #require(try answer(["help", command.name]))
      #expect(text.contains("USAGE: post-room \(command.name)"))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(command.name)")
    }
  }

  @Test func `the version is said with the name`() throws {
    #expect(try answer(["--version"]) == "post-room 2.1.0\n")
  }
}
