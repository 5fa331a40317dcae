/// Why a workbook cannot be read.
///
/// Says what is wrong, where in the file, and what to do; never what a cell holds.
package struct WorkbookError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Problem: Equatable, Sendable {
    // Other kinds of file, which a spreadsheet program can save as a workbook.

    /// A workbook that needs a password.
    case passwordProtected
    /// A workbook of Excel 97 to 2003, `.xls`.
    case oldWorkbook
    /// A binary workbook, `.xlsb`.
    case binaryWorkbook
    /// A spreadsheet of OpenDocument, `.ods`.
    case openDocument
    /// A spreadsheet of Apple's Numbers.
    case appleNumbers
    /// A web page with the name of a workbook.
    case webPage
    /// A spreadsheet of 2003 as one XML document.
    case spreadsheetXML
    /// A document of another program: a letter, slides, a message.
    case otherDocument
    /// An archive without a workbook in it.
    case otherArchive

    // Damage and bounds, each with the words that say which.

    /// The file does not hold what its own tables say.
    case damaged(String)
    /// The file is larger than this program reads, or grows too much when it is unpacked.
    case tooLarge(String)
  }

  /// What is wrong.
  package let problem: Problem
  /// Where in the file, such as `sheet "Staff", row 12`; empty where it is the file itself.
  package let place: String

  /// Makes an error.
  init(_ problem: Problem, at place: String = "") {
    self.problem = problem
    self.place = place
  }

  /// What is wrong, as a clause.
  package var words: String {
    switch problem {
    case .passwordProtected: "the workbook needs a password"
    case .oldWorkbook: "this is a workbook of Excel 97 to 2003 (.xls)"
    case .binaryWorkbook: "this is a binary workbook (.xlsb)"
    case .openDocument: "this is a spreadsheet of OpenDocument (.ods)"
    case .appleNumbers: "this is a spreadsheet of Apple's Numbers"
    case .webPage: "this is a web page with the name of a workbook"
    case .spreadsheetXML: "this is a spreadsheet of Excel 2003 as XML"
    case .otherDocument: "this is a document, but no workbook"
    case .otherArchive: "this is an archive without a workbook in it"
    case .damaged(let what): "the workbook is damaged: \(what)"
    case .tooLarge(let what): "the workbook is too large: \(what)"
    }
  }

  /// What to do.
  package var remedy: String {
    let save = "save it as Excel workbook (.xlsx) or CSV UTF-8"
    switch problem {
    case .passwordProtected:
      return "take the password off in Excel (File, Info, Protect Workbook, Encrypt with Password, "
        + "leave it empty) and save it"
    case .oldWorkbook, .binaryWorkbook, .webPage, .spreadsheetXML:
      return "open it in Excel and \(save)"
    case .openDocument: return "open it in LibreOffice or Excel and \(save)"
    case .appleNumbers: return "open it in Numbers and export it to Excel (.xlsx) or CSV"
    case .otherDocument: return "put the workbook or CSV file in its place"
    case .otherArchive: return "take the files out of the archive"
    case .damaged: return "get the file again, or open it in Excel and \(save)"
    case .tooLarge: return "save the sheet as CSV UTF-8, or split it"
    }
  }

  /// All of it in one line.
  package var description: String {
    (place.isEmpty ? "" : "\(place): ") + "\(words); \(remedy)"
  }
}
