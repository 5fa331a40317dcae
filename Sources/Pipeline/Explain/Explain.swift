import Emit
import Vocabulary

/// What the command line asks of `explain`.
package struct ExplainRequest: Sendable {
  /// `ORG/NUMBER` as typed.
  package var employee: String
  /// The folder that runs are published in.
  package var output = "output"
  /// The run's id; nil = the latest.
  package var run: String?

  /// A request for an employee of the latest run below `./output`.
  package init(employee: String) { self.employee = employee }
}

/// Why an employee has its status, from the files of a published run alone.
///
/// The inputs may be gone. The text has no name, email, NI number or access code, and no name, code
/// or row of another employer.
package enum Explain {
  /// The explanation, as lines for a terminal.
  ///
  /// - Throws: `usage` for a text that is no `ORG/NUMBER` and an impossible run id; `inputMissing`
  ///   where run, files or employee are not there; `dataUnusable` where a file cannot be
  ///   understood.
  package static func run(_ request: ExplainRequest) throws(RunFailure) -> [TerminalLine] {
    let (organisation, number) = try employee(request.employee)
    var files = try PublishedRunFiles(output: request.output, run: request.run)
    let employer = try employer(of: organisation, files)
    let path = OutputPaths.trace(employer)
    guard let trace = Trace(try files.read(path)) else {
      throw unusable(path, "is of another version, or was changed", files)
    }
    let traced: TracedEmployee?
    do {
      traced = try trace.employee(number)
    } catch {
      throw unusable(path, "has a line that cannot be understood", files)
    }
    guard let traced else {
      throw RunFailure(
        .inputMissing,
        what: "run \(files.id) has no employee of this number at \(organisation.text)", place: "",
        remedy: "check the number; --run names an earlier run, and rejects.csv the rows that could "
          + "not be read")
    }
    let account = FlagAccount(traced, asOf: trace.asOf)
    guard account.flag == traced.flag else {
      throw unusable(path, "gives rows from which another flag follows", files)
    }
    let others = trace.employees(ofPerson: traced.personKey).filter { $0 != number.text }
    let rules = try RaisedRules(&files, organisation, traced, others: others, trace)
    let lists = try ExplainedLists(&files, organisation, number, employer: employer)
    let reviews = try PendingReview.all(&files, organisation, number)
    let explanation = Explanation(
      runID: files.id, asOf: trace.asOf, organisation: organisation, employee: traced,
      account: account, others: others, reviews: reviews, rules: rules, lists: lists,
      changedPaths: files.changedPaths)
    return explanation.lines()
  }

  private static func employee(
    _ text: String
  ) throws(RunFailure) -> (ODSCode, EmployeeNumber) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let organisation = ODSCode(String(parts[0])),
      let number = EmployeeNumber(String(parts[1]))
    else {
      // What was typed may be a name: it is not repeated.
      throw RunFailure(
        .usage, what: "that is no employee", place: "explain",
        remedy: "give organisation code and employee number as ORG/NUMBER, such as RA2/00012345")
    }
    return (organisation, number)
  }

  /// The employer of an organisation, as the paths of its files have it.
  private static func employer(
    of organisation: ODSCode, _ files: PublishedRunFiles
  ) throws(RunFailure) -> String {
    let employers = files.paths.compactMap(OutputPaths.employer(ofTrace:))
    if employers.isEmpty { throw files.missingTrace() }
    guard let employer = employers.first(where: { $0.hasSuffix("/\(organisation.text)") }) else {
      throw RunFailure(
        .inputMissing,
        what: "the staff extract of run \(files.id) has no organisation \(organisation.text)",
        place: "", remedy: "check the code; it is the one in the staff extract")
    }
    return employer
  }

  private static func unusable(_ path: String, _ what: String, _ files: PublishedRunFiles)
    -> RunFailure
  {
    RunFailure(
      .dataUnusable, what: "\(path) of run \(files.id) \(what)", place: "",
      remedy: "carer-reconcile verify \(files.id) says what was changed; run again with --again")
  }
}
