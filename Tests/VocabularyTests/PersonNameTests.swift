import Testing
import Vocabulary

struct PersonNameTests {
  @Test(arguments: [
    // Without a comma the last word is the last name.
    ("Ann Lee", "Ann", "Lee"), ("Mary Jane Watson", "Mary Jane", "Watson"), ("Ann", "", "Ann"),
    ("", "", ""), ("  ", "", ""), ("Ann   Lee", "Ann", "Lee"), ("Ann\u{A0}Lee", "Ann", "Lee"),
    ("Ann Thompson-Hughes", "Ann", "Thompson-Hughes"),
    // With one it is last, first.
    ("Lee, Ann", "Ann", "Lee"), ("Lee,Ann", "Ann", "Lee"),
    ("de la Cruz, Ana Maria", "Ana Maria", "de la Cruz"),
    ("Lee,", "", "Lee"), (", Ann", "Ann", ""), ("Lee, Ann, MBE", "Ann, MBE", "Lee"),
    // Leading titles go, from both parts.
    ("Dr Ann Lee", "Ann", "Lee"), ("DR. ANN LEE", "ANN", "LEE"),
    ("Prof. Dame Ann Lee", "Ann", "Lee"),
    ("Lee, Dr Ann", "Ann", "Lee"), ("Dr Lee, Ann", "Ann", "Lee"),
    ("Sir Lee, Lady Ann", "Ann", "Lee"),
    // As long as a word is left, and only leading ones.
    ("Mr Lee", "", "Lee"), ("Dr", "", "Dr"), ("Dr Mr", "", "Mr"), ("Lee, Dr", "Dr", "Lee"),
    ("Ann Dr Lee", "Ann Dr", "Lee"), ("Ann Lee Dr", "Ann Lee", "Dr"),
    // Words that only begin like a title.
    ("Drew Lee", "Drew", "Lee"), ("Missy Lee", "Missy", "Lee"), ("Dr.. Lee", "Dr..", "Lee"),
  ])
  func `a full name is cut into first and last`(name: String, first: String, last: String) {
    let split = cell(name) { PersonName.split(fullName: $0) }
    #expect(text(split.first) == first)
    #expect(text(split.last) == last)
  }

  @Test(arguments: [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "reverend",
    "sister", "lord", "lady", "cllr",
  ])
  func `a title is removed from a first name, with or without a full stop`(title: String) {
    for typed in [title, title.uppercased(), title + ".", title.capitalized + "."] {
      #expect(cell("\(typed) Mary Jane") { text(PersonName.withoutTitles($0)) } == "Mary Jane")
      #expect(cell("\(typed) Mary Jane") { text(PersonName.firstWord($0)) } == "Mary")
      #expect(cell(typed) { text(PersonName.withoutTitles($0)) } == typed)
    }
  }

  @Test(arguments: ["nurse", "master", "madam", "father", "hon", "mr,", "m", "captain", "matron"])
  func `other words are no titles`(word: String) {
    #expect(cell("\(word) Ann") { text(PersonName.withoutTitles($0)) } == "\(word) Ann")
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
