import Arguments
import Files
import Pipeline
import Sample
import Vocabulary

/// `carer-reconcile sample`.
enum SampleCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let count = try employees(invocation)
    let generator = SampleGenerator(
      employees: count, seed: try seed(invocation),
      lists: invocation.value(of: "lists").flatMap(SampleGenerator.Lists.init) ?? .normal,
      includesTruth: invocation.isSet("truth"), workers: try RunCommand.workers(invocation))
    let folder = try folder(invocation)
    let bar = ProgressBar()
    bar.begin("writing", total: 2 * count)
    do throws(FileError) {
      show(try generator.write(into: folder) { bar.advance(by: $0) }, folder.path, bar)
    } catch {
      throw RunFailure(.ioError, what: error.description, place: "", remedy: "")
    }
  }

  private static func employees(_ invocation: Invocation) throws(RunFailure) -> Int {
    let text = invocation.required("employees")
    guard let count = Int(text), (1...SampleGenerator.maximumEmployees).contains(count) else {
      throw RunFailure(
        .usage, what: "\(Display.quoted(text)) is no number of employees", place: "--employees",
        remedy: "give one from 1 to \(SampleGenerator.maximumEmployees)")
    }
    return count
  }

  private static func seed(_ invocation: Invocation) throws(RunFailure) -> UInt64 {
    let text = invocation.required("seed")
    guard let seed = UInt64(text) else {
      throw RunFailure(
        .usage, what: "\(Display.quoted(text)) is no seed", place: "--seed",
        remedy: "give a whole number from 0 to \(UInt64.max)")
    }
    return seed
  }

  /// The output folder, made if it is not there; one that holds anything is refused.
  private static func folder(_ invocation: Invocation) throws(RunFailure) -> Folder {
    let path = invocation.required("output")
    let found: (folder: Folder, isEmpty: Bool)
    do throws(FileError) {
      let folder = try Folder(makingAll: path, followingLink: true)
      found = (folder, try folder.names().isEmpty)
    } catch {
      throw RunFailure(.cannotCreate, what: error.description, place: "", remedy: "")
    }
    guard found.isEmpty else {
      throw RunFailure(
        .cannotCreate, what: "the folder is not empty", place: Display.plainPath(path),
        remedy: "name a new one, or empty it first")
    }
    return found.folder
  }

  private static func show(
    _ summary: SampleGenerator.Summary, _ path: String, _ bar: ProgressBar
  ) {
    bar.line(
      "\(Plain.count(summary.employees, "employee")), "
        + "\(Plain.count(summary.staffRows, "staff row")), "
        + "\(Plain.count(summary.passports, "passport")), "
        + "\(Plain.count(summary.members, "network member")), "
        + "\(Plain.count((summary.bytes + 500_000) / 1_000_000)) MB.")
    Terminal.line(
      "Next: \(Commands.program.name) run \(path)/pipeline.json5 "
        + "--as-of \(SampleGenerator.asOf.text)")
  }
}
