import Arguments

/// A program with every kind of declaration, small enough to write its help by hand.
let sample = ProgramDeclaration(
  name: "post-room", version: "2.1.0", summary: "Sorts letters.",
  discussion: "Letters are sorted by the street\nthey go to.\n\nNothing is opened.",
  commands: [
    CommandDeclaration(
      "sort", "Sort the letters of a list.", discussion: "The list stays as it is.",
      positionals: [
        PositionalArgument("LIST", "The list of letters.", completion: .file(suffix: ".json5")),
        PositionalArgument("ROUND", "The round to sort for.", isOptional: true),
      ],
      options: [
        CommandOption("output", value: "DIR", "Where to put them.", completion: .folder),
        CommandOption(
          "order", value: "ORDER", "Which order.", completion: .values(["up", "down"])),
        CommandOption(
          "leave-out", value: "STREET", "A street that is left out, however many letters go there.",
          isRepeatable: true),
        CommandOption(flag: "again", "Sort once more: don't ask [ever]."),
      ]),
    CommandDeclaration("streets", "List the streets."),
    CommandDeclaration(
      "weigh", "Weigh the letters.",
      options: [
        CommandOption("scale", value: "NAME", "On which scale.", isRequired: true),
        CommandOption(flag: "gently", "Without haste."),
      ]),
  ],
  nearest: { word, _ in
    ["srot": "sort", "--agian": "--again", "--hlep": "--help", "pu": "up"][word]
  }
)

/// The message of the error that `arguments` give, or nil.
func refusal(_ arguments: [String]) -> String? {
  do {
    _ = try sample.parse(arguments)
    return nil
  } catch {
    return error.message
  }
}

/// The command that `arguments` ask for, or nil.
func invocation(_ arguments: [String]) throws -> Invocation? {
  if case .command(let invocation) = try sample.parse(arguments) { invocation } else { nil }
}

/// The text that answers `arguments`, or nil.
func answer(_ arguments: [String]) throws -> String? {
  if case .answer(let text) = try sample.parse(arguments) { text } else { nil }
}
