import Emit
import Vocabulary

/// On which lists of a run an employee stands.
///
/// Codes, names and addresses are in those lists too, and go no further.
struct ExplainedLists {
  /// A row of a list of recipients.
  struct Recipient {
    var platform: Platform
    /// On what it rests; empty on the managers' list.
    var basis: String
    var delivery: DeliveryStatus?
  }

  /// Path of the employer's reconciled file.
  let reconciledPath: String
  /// Whether it has a row there.
  let isReconciled: Bool
  /// Whether the run wrote lists of recipients.
  let writesRecipients: Bool
  /// Path of the employer's list of a platform.
  let recipientPaths: [Platform: String]
  /// The rows of the employee.
  let recipients: [Platform: Recipient]

  /// Looks an employee up; `employer` is `<footprint>/<organisation>`.
  init(
    _ files: inout PublishedRunFiles, _ organisation: ODSCode, _ number: EmployeeNumber,
    employer: String
  ) throws(RunFailure) {
    let wanted = ["organisation_code": [organisation.text], "employee_number": [number.text]]
    reconciledPath = OutputPaths.reconciled(employer)
    var reconciled = try files.table(reconciledPath)
    isReconciled = reconciled?.rows(where: wanted).isEmpty == false
    recipientPaths = Dictionary(
      uniqueKeysWithValues: Platform.allCases.map { ($0, OutputPaths.recipients($0, employer)) })
    var recipients: [Platform: Recipient] = [:]
    var writesRecipients = false
    for (platform, path) in recipientPaths {
      guard var list = try files.table(path) else { continue }
      writesRecipients = true
      guard let row = list.rows(where: wanted).first else { continue }
      recipients[platform] = Recipient(
        platform: platform, basis: row["basis"] ?? "",
        delivery: DeliveryStatus(rawValue: row["delivery"] ?? ""))
    }
    self.recipients = recipients
    self.writesRecipients = writesRecipients
  }
}
