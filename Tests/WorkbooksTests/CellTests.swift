import Testing
import Workbooks

/// How one cell becomes text.
struct CellTests {
  private static let shared =
    "<si><t>Ann</t></si><si><t/></si><si><r><t>Ro</t></r><r><rPr><b/></rPr><t>se</t></r>"
    + "<rPh sb=\"0\" eb=\"1\"><t>XYZ</t></rPh></si>"
    + "<si><t xml:space=\"preserve\"> a_x000D_b </t></si>"

  @Test(arguments: [
    // Texts.
    (#"<c t="s"><v>0</v></c>"#, "Ann"), (#"<c t="s"><v> 0 </v></c>"#, "damaged"),
    (#"<c t="s"><v>2</v></c>"#, "Rose"), (#"<c t="s"><v>3</v></c>"#, " a\rb "),
    (#"<c t="inlineStr"><is><t>O&apos;Neill &amp; Ø</t></is></c>"#, "O'Neill & Ø"),
    (#"<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>"#, "ab"),
    (#"<c t="str"><f>A1&amp;"x"</f><v>00012345</v></c>"#, "00012345"),
    (
      #"<c t="str"><v>_x0041__x005F_x0042_ _xD83D__xDE00_ _xD83D_ _x0000_ _x41_</v></c>"#,
      "A_x0042_ 😀 _xD83D_ _x0000_ _x41_"
    ),
    // Numbers.
    ("<c><v>12345678</v></c>", "12345678"), ("<c><v>1.2345678E7</v></c>", "12345678"),
    ("<c><v>12345678.0</v></c>", "12345678"), ("<c t=\"n\"><v>-5</v></c>", "-5"),
    ("<c><v>9007199254740992</v></c>", "9007199254740992"),
    ("<c><v>9007199254740994</v></c>", "9.007199254740994E+15"),
    ("<c><v>1.2345678901234567E+19</v></c>", "1.2345678901234567E+19"),
    ("<c><v>1E20</v></c>", "1E+20"),
    ("<c><v>0.1</v></c>", "0.1"), ("<c><v>0.10000000000000001</v></c>", "0.1"),
    ("<c><v>1.5E-7</v></c>", "0.00000015"), ("<c><v>-0</v></c>", "0"),
    ("<c><v>00012</v></c>", "12"), ("<c><v>abc</v></c>", "abc"), ("<c><v>0x10</v></c>", "0x10"),
    ("<c><v>nan</v></c>", "nan"), ("<c><v>1E999</v></c>", "1E999"),
    ("<c><v>\n 7 </v></c>", "7"), ("<c><f>1+1</f><v>2</v></c>", "2"),
    // Truth values and errors.
    (#"<c t="b"><v>1</v></c>"#, "TRUE"), (#"<c t="b"><v>0</v></c>"#, "FALSE"),
    (#"<c t="b"><v>maybe</v></c>"#, "maybe"), (#"<c t="e"><v>#N/A</v></c>"#, "#N/A"),
    // Formats: 5 = dd/mm/yyyy, 1 = 00000000, 2 = built in 14, 3 = built in 22, 4 = [h]:mm
    (#"<c s="5"><v>46053</v></c>"#, "2026-01-31"), (#"<c s="1"><v>12345</v></c>"#, "00012345"),
    (#"<c s="1"><v>123456789</v></c>"#, "123456789"), (#"<c s="1"><v>1.5</v></c>"#, "1.5"),
    (#"<c s="1"><v>-12</v></c>"#, "-00000012"), (#"<c s="2"><v>46053</v></c>"#, "2026-01-31"),
    (#"<c s="3"><v>46053.520833333336</v></c>"#, "2026-01-31 12:30:00"),
    (#"<c s="3"><v>46052.999999999</v></c>"#, "2026-01-31"),
    (#"<c s="5"><v>1</v></c>"#, "1900-01-01"), (#"<c s="5"><v>59</v></c>"#, "1900-02-28"),
    (#"<c s="5"><v>60</v></c>"#, "60"), (#"<c s="5"><v>61</v></c>"#, "1900-03-01"),
    (#"<c s="5"><v>0</v></c>"#, "0"), (#"<c s="4"><v>0.5</v></c>"#, "0.5"),
    (#"<c s="5"><v>-3</v></c>"#, "-3"), (#"<c s="5"><v>2958465</v></c>"#, "9999-12-31"),
    (#"<c s="5"><v>2958466</v></c>"#, "2958466"), (#"<c s="5"><v>1E300</v></c>"#, "1E+300"),
    (#"<c s="5" t="s"><v>0</v></c>"#, "Ann"), (#"<c s="99"><v>46053</v></c>"#, "46053"),
    (#"<c s="-1"><v>46053</v></c>"#, "46053"), (#"<c s="4"><v>1.5</v></c>"#, "1900-01-01 12:00:00"),
    // Days as ISO 8601.
    (#"<c t="d"><v>2026-01-31T00:00:00</v></c>"#, "2026-01-31"),
    (#"<c t="d"><v>2026-01-31T09:05:07.25Z</v></c>"#, "2026-01-31 09:05:07"),
    (#"<c t="d"><v>31 January</v></c>"#, "31 January"), (#"<c t="d"><v>2026-1</v></c>"#, "2026-1"),
  ])
  func `a cell becomes text`(_ cell: String, _ expected: String) throws {
    let workbook = DrawnParts(
      rows: "<row>\(cell)</row>", shared: Self.shared,
      formats: ["General", "00000000", "14", "22", "[h]:mm", "dd/mm/yyyy"])
    if expected == "damaged" {
      #expect(refusal(workbook.bytes)?.place == "sheet \"Staff\", row 1")
    } else {
      #expect(try drawn(workbook.bytes) == ["1: \(expected)"])
    }
  }

  @Test(arguments: [
    ("General", "46053"), ("@", "46053"), ("0", "46053"), ("#,##0.00", "46053"),
    ("[Red]General", "46053"), ("\"day\" 0", "46053"), ("0\\d", "46053"), ("0_d", "46053"),
    ("[$£-809]#,##0", "46053"), ("0.00E+00", "46053"), ("000000", "046053"),
    ("00000000;@", "00046053"), ("yyyy", "2026-01-31"), ("d-mmm-yy;@", "2026-01-31"),
    ("[$-409]d mmmm yyyy", "2026-01-31"), ("[$-F800]dddd, mmmm dd, yyyy", "2026-01-31"),
    ("h:mm AM/PM", "2026-01-31"), ("[mm]:ss", "2026-01-31"), ("mm:ss.0", "2026-01-31"),
    ("DD.MM.YYYY", "2026-01-31"), ("0;d", "46053"), ("\"", "46053"), ("[", "46053"),
    ("\\", "46053"),
  ])
  func `a format says whether a number is a day`(_ format: String, _ expected: String) throws {
    let workbook = DrawnParts(
      rows: #"<row><c s="0"><v>46053</v></c></row>"#, formats: [format])
    #expect(try drawn(workbook.bytes) == ["1: \(expected)"])
  }

  @Test(arguments: [
    (14, true), (22, true), (27, true), (36, true), (45, true), (47, true), (50, true),
    (58, true), (0, false), (1, false), (13, false), (23, false), (37, false), (49, false),
    (59, false),
  ])
  func `formats known by number`(_ id: Int, _ isDay: Bool) throws {
    let workbook = DrawnParts(
      rows: #"<row><c s="0"><v>46053</v></c></row>"#, formats: ["\(id == 0 ? 49 : id)"])
    #expect(try drawn(workbook.bytes) == [isDay ? "1: 2026-01-31" : "1: 46053"])
  }

  /// Counts days one by one, as a person would with a calendar.
  private static func calendar(from first: Int, count: Int) -> [String] {
    var (year, month, day) = (first, 1, 1)
    return (0..<count).map { _ in
      let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      return text
    }
  }

  @Test(arguments: [false, true])
  func `every day of two centuries is the calendar's`(_ countsFrom1904: Bool) throws {
    let count = 73_000
    let rows = (0..<count).map { #"<row><c s="0"><v>\#($0)</v></c></row>"# }.joined()
    let workbook = DrawnParts(rows: rows, formats: ["14"], countsFrom1904: countsFrom1904)
    var expected = Self.calendar(from: countsFrom1904 ? 1904 : 1900, count: count)
    if !countsFrom1904 {
      // Serial 60 is a day that never was.
      expected = ["0"] + expected[..<59] + ["60"] + expected[59..<(count - 2)]
    }
    let read = try drawn(workbook.bytes)
    #expect(read == expected.enumerated().map { "\($0.offset + 1): \($0.element)" })
  }

  @Test func `numbers come out as the decimals they were made of`() throws {
    var numbers: [String] = []
    var rows = ""
    for index in 1...4_000 {
      // Digits and a point: the shortest decimal of the double nearest to them, up to 15 digits.
      let digits = String((index &* 7_919_777_777 + 3) % 99_999_999_999)
      let place = 1 + index % (digits.count - 1)
      let last = digits.last == "0" ? "1" : ""
      numbers.append("\(digits.prefix(place)).\(digits.dropFirst(place))\(last)")
      rows += "<row><c><v>\(numbers[index - 1])</v></c></row>"
    }
    let read = try drawn(DrawnParts(rows: rows).bytes)
    #expect(read == numbers.enumerated().map { "\($0.offset + 1): \($0.element)" })
  }
}
