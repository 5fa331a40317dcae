import Arguments
import Testing

@Suite struct ParsingTests {
  @Test(arguments: [
    ["sort", "a.json5", "north", "--output", "out", "--order=up", "--again"],
    ["sort", "--output=out", "--again", "--order", "up", "a.json5", "north"],
    ["sort", "--again", "a.json5", "--output", "out", "north", "--order=up"],
    ["sort", "--output=out", "--order=up", "--again", "--", "a.json5", "north"],
  ])
  func `options and values mix freely`(arguments: [String]) throws {
    let sort = try #require(try invocation(arguments))
    #expect(sort.command == "sort")
    #expect(sort.argument("LIST") == "a.json5")
    #expect(sort.argument("ROUND") == "north")
    #expect(sort.value(of: "output") == "out")
    #expect(sort.value(of: "order") == "up")
    #expect(sort.isSet("again"))
    #expect(sort.values(of: "leave-out").isEmpty)
  }

  @Test func `what is not given is nil`() throws {
    let sort = try #require(try invocation(["sort", "a"]))
    #expect(sort.argument("ROUND") == nil)
    #expect(sort.value(of: "output") == nil)
    #expect(!sort.isSet("again"))
    #expect(try invocation(["streets"])?.command == "streets")
  }

  @Test func `what a command cannot do without is there`() throws {
    #expect(try invocation(["sort", "a"])?.required("LIST") == "a")
    #expect(try invocation(["weigh", "--scale", "brass"])?.required("scale") == "brass")
  }

  @Test func `a repeatable option keeps its values in order`() throws {
    let sort = try #require(
      try invocation(["sort", "a", "--leave-out", "B=1", "--leave-out=A=2", "--leave-out", "-"]))
    #expect(sort.values(of: "leave-out") == ["B=1", "A=2", "-"])
  }

  @Test func `behind two hyphens everything is a value`() throws {
    let sort = try #require(try invocation(["sort", "--", "--again", "--help"]))
    #expect(sort.argument("LIST") == "--again")
    #expect(sort.argument("ROUND") == "--help")
    #expect(!sort.isSet("again"))
    #expect(try invocation(["sort", "--", "--"])?.argument("LIST") == "--")
  }

  @Test func `a value that begins with a hyphen needs the equals sign`() throws {
    #expect(try invocation(["sort", "a", "--output=-x"])?.value(of: "output") == "-x")
    #expect(try invocation(["sort", "a", "--output=--again"])?.value(of: "output") == "--again")
    #expect(try invocation(["sort", "-"])?.argument("LIST") == "-")
    #expect(try invocation(["sort", "a", "--output=a=b"])?.value(of: "output") == "a=b")
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let message: String

    init(_ arguments: [String], _ message: String) {
      self.arguments = arguments
      self.message = message
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refusals: [Refusal] = [
    Refusal(
      [],
      "no command given, name one of sort, streets, weigh, completions, help. See: post-room --help"
    ),
    Refusal([""], #"unknown command "". See: post-room --help"#),
    Refusal(["srot"], #"unknown command "srot", did you mean "sort"? See: post-room --help"#),
    Refusal(["publish"], #"unknown command "publish". See: post-room --help"#),
    Refusal(["--hlep"], #"unknown option "--hlep", did you mean "--help"? See: post-room --help"#),
    Refusal(
      ["--again", "sort"],
      #"unknown option "--again", options stand behind the command. See: post-room --help"#),
    Refusal(
      ["sort"],
      "LIST is missing, write post-room sort LIST [ROUND] [--output DIR] [--order ORDER] "
        + "[--leave-out STREET]... [--again]. See: post-room help sort"),
    Refusal(
      ["sort", "a", "--agian"],
      #"unknown option "--agian" of sort, did you mean "--again"? See: post-room help sort"#),
    Refusal(
      ["sort", "a", "--nothing=1"],
      #"unknown option "--nothing" of sort. See: post-room help sort"#),
    Refusal(["sort", "a", "-x"], #"unknown option "-x" of sort. See: post-room help sort"#),
    Refusal(
      ["sort", "a", "--version"],
      #"unknown option "--version" of sort. See: post-room help sort"#),
    Refusal(
      ["sort", "a", "--output"],
      "--output needs a value, write --output DIR. See: post-room help sort"),
    Refusal(
      ["sort", "a", "--output", "--again"],
      "--output needs a value, write --output DIR. See: post-room help sort"),
    Refusal(
      ["sort", "a", "--output="],
      "--output needs a value, write --output DIR. See: post-room help sort"),
    Refusal(
      ["sort", "a", "--output", ""],
      "--output needs a value, write --output DIR. See: post-room help sort"),
    Refusal(
      ["sort", "a", "--output", "b", "--output=b"],
      "--output is given twice, take one away. See: post-room help sort"),
    Refusal(
      ["sort", "a", "--again", "--again"],
      "--again is given twice, take one away. See: post-room help sort"),
    Refusal(
      ["sort", "a", "--again=yes"],
      "--again takes no value, write --again alone. See: post-room help sort"),
    Refusal(
      ["sort", "a", "--order", "pu"],
      #"no such ORDER "pu", did you mean "up"? See: post-room help sort"#),
    Refusal(
      ["sort", "a", "--order", "sideways"],
      #"no such ORDER "sideways", give one of up, down. See: post-room help sort"#),
    Refusal(
      ["sort", "a", "b", "c"], #"unexpected argument "c" of sort. See: post-room help sort"#),
    Refusal(["sort", ""], "LIST is empty. See: post-room help sort"),
    Refusal(
      ["streets", "a\nb\u{1B}[1m"],
      #"unexpected argument "a?b?[1m" of streets. See: post-room help streets"#),
    Refusal(
      ["weigh", "--gently"],
      "--scale NAME is missing, write post-room weigh --scale NAME [--gently]. "
        + "See: post-room help weigh"),
    Refusal(
      ["help", "srot"],
      #"no such COMMAND "srot", did you mean "sort"? See: post-room help help"#),
    Refusal(
      ["completions"],
      "SHELL is missing, write post-room completions SHELL. See: post-room help completions"),
    Refusal(
      ["completions", "tcsh"],
      #"no such SHELL "tcsh", give one of bash, zsh, fish. See: post-room help completions"#),
  ]

  @Test(arguments: refusals)
  func `what cannot be understood is said in one line with the way to help`(_ refused: Refusal) {
    #expect(refusal(refused.arguments) == refused.message)
  }
}
