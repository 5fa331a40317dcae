import Testing
import Workbooks

struct KindTests {
  @Test func `delimited text is no workbook`() {
    for text in ["", "a,b\n", "\u{FEFF}organisation_code;employee_number\r\n", "<5,6"] {
      #expect(WorkbookKind(of: Array(text.utf8).span) == nil)
    }
  }
}
