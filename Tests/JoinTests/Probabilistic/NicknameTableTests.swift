import Columns
import Testing

import Join

@Suite
struct NicknameTableTests {
  @Test(arguments: [
    ("anthony", "tony", true), ("elizabeth", "betty", true), ("dafydd", "dai", true),
    ("padraig", "paddy", true), ("alasdair", "alistair", true), ("malgorzata", "gosia", true),
    ("katarzyna", "kasia", true), ("mohammed", "muhammad", true), ("harpreet", "preet", true),
    ("oluwaseun", "seun", true), ("chukwuemeka", "emeka", true), ("temitope", "temi", true),
    ("anthony", "andrew", false), ("mary", "harpreet", false),
  ])
  func `short forms are known`(name: String, other: String, isForm: Bool) {
    var keys = TextDictionary()
    let one = keys.code(of: name).raw
    let two = keys.code(of: other).raw
    let families = NicknameTable.families(in: keys)
    let shared = Set(families[one] ?? []).intersection(families[two] ?? [])
    #expect(!shared.isEmpty == isForm)
  }

  @Test func `each family holds name keys, each once`() {
    for line in NicknameTable.lines {
      let names = line.split(separator: " ")
      #expect(names.count >= 2, "\(line)")
      #expect(Set(names).count == names.count, "\(line)")
      #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }, "\(line)")
    }
  }

  @Test(arguments: [
    NicknameTable.english, NicknameTable.celtic, NicknameTable.european,
    NicknameTable.southAsian, NicknameTable.african,
  ])
  func `families are sorted by their first name`(table: String) {
    let firsts = table.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(firsts == firsts.sorted())
  }
}
