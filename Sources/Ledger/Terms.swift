/// The words that the ledger keeps in clear, each once: none of them tells of a person.
struct Terms: Sendable {
  /// By id, counting from 1; the text at index 0 is never used.
  private(set) var texts: [String] = [""]
  private var ids: [String: Int] = [:]

  /// Reads all terms; ids count from 1 without a gap.
  init(_ database: Database) throws(LedgerError) {
    let statement = try database.prepare("SELECT id, text FROM terms ORDER BY id", to: "be read")
    while try statement.step() {
      guard statement.integer(0) == texts.count else { throw .damaged(table: "terms") }
      append(statement.text(1))
    }
  }

  /// The text of a term; empty for an id that is none.
  func text(_ id: Int) -> String { texts.indices.contains(id) ? texts[id] : "" }

  /// The id of a text that is a term.
  func id(_ text: String) -> Int? { ids[text] }

  private mutating func append(_ text: String) {
    ids[text] = texts.count
    texts.append(text)
  }

  /// The id of a text, which is entered where it is new.
  mutating func id(_ text: String, entry: Int, _ insert: Statement) throws(LedgerError) -> Int {
    if let id = ids[text] { return id }
    try insert.bind(1, texts.count)
    try insert.bind(2, entry)
    try insert.bind(3, text)
    try insert.run()
    append(text)
    return texts.count - 1
  }
}
