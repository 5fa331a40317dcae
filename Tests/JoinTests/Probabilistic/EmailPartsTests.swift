import Testing

import Join

@Suite
struct EmailPartsTests {
  @Test func `an address is letters, number and domain`() {
    let one = Self.parts("jane.smith12@nhs.net")
    let letters = (0..<one.letterCount).map { one.letters[$0] }
    #expect(letters == Array("janesmith".utf8))
    #expect(one.number == 12)
    #expect(one.secondWordStart == 4)
    #expect(one.lastWordStart == 4)
    #expect(one.domain == Self.parts("x@nhs.net").domain)
    #expect(one.domain != Self.parts("x@ra2.nhs.uk").domain)
    #expect(Self.parts("jane.smith@nhs.net").number == EmailParts.noNumber)
  }

  @Test(arguments: [
    ("jane.smith@nhs.net", "jane", "smith", 2), ("jsmith118@mail.example", "jane", "smith", 2),
    ("smith.jane@nhs.net", "jane", "smith", 2), ("smithj@nhs.net", "jane", "smith", 2),
    ("jane.brown@nhs.net", "jane", "smith", 1), ("peter.smith@nhs.net", "jane", "smith", 1),
    ("rover99@mail.example", "jane", "smith", 0),
  ])
  func `letters fit a name whole, by half or not`(
    address: String, first: String, last: String, fit: Int
  ) {
    let found = Self.parts(address).fit(first: first.utf8.span, last: last.utf8.span)
    #expect(found == fit)
  }

  @Test func `a former name is found beside a first name`() {
    #expect(Self.carries("pamela.james@nhs.net", "james"))
    #expect(!Self.carries("pamela.james@nhs.net", "cavanagh"))
    #expect(!Self.carries("james@nhs.net", "james"))
  }

  private static func carries(_ address: String, _ name: String) -> Bool {
    parts(address).carries(lastName: name.utf8.span)
  }

  private static func parts(_ address: String) -> EmailParts {
    var parts = EmailParts()
    parts.set(address.utf8.span)
    return parts
  }
}
