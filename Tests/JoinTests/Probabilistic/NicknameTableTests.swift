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

  @Test func `families are numbered by their lines, from table to table`() {
    var keys = TextDictionary()
    let names = NicknameTable.tables.compactMap { table in
      table.split(separator: "\n").last?.split(separator: " ").last.map(String.init)
    }
    let codes = names.map { keys.code(of: $0).raw }
    let families = NicknameTable.families(in: keys)
    var lineCount = 0
    for (table, code) in zip(NicknameTable.tables, codes) {
      lineCount += table.split(separator: "\n").count
      #expect(families[code]?.contains(UInt16(lineCount - 1)) == true)
    }
  }

  @Test func `each family holds name keys, each once`() {
    for line in NicknameTable.tables.flatMap({ $0.split(separator: "\n") }) {
      let names = line.split(separator: " ")
      #expect(names.count >= 2, "\(line)")
      #expect(Set(names).count == names.count, "\(line)")
      #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }, "\(line)")
    }
  }

  @Test(arguments: NicknameTable.tables)
  func `families are sorted by their first name`(table: String) {
    let firsts = table.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(firsts == firsts.sorted())
  }
}
