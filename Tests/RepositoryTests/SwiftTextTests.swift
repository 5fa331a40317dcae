import Testing

/// The checks of this folder rest on telling code from comments and strings.
struct SwiftTextTests {
  @Test(arguments: [
    ("let a = 1 // try! it", "let a = 1 "),
    ("/* a /* b */ c */ code", " code"),
    (#"say("try! \(name ?? "x(") it") + x"#, #"say("") + x"#),
    (##"say(#"a "quoted" \(b)"#) ?? y"##, ##"say(#""#) ?? y"##),
    (#"say("\\") ; try! z"#, #"say("") ; try! z"#),
  ])
  func `comments and insides of strings are no code`(_ text: String, _ code: String) {
    let seen = SwiftText(path: "", text: text).code.joined(separator: "\n")
    #expect(seen.filter { $0 != " " } == code.filter { $0 != " " })
    #expect(seen.utf8.count == text.utf8.count)
  }

  @Test func `a string of several lines keeps its line ends`() {
    let text = SwiftText(path: "", text: "let a = \"\"\"\n  try! b\n  \"\"\"\nlet c = 2")
    #expect(text.code.count == 4)
    #expect(!text.code[1].contains("try"))
    #expect(text.code[3] == "let c = 2")
  }
}
