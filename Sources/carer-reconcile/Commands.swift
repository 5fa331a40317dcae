import Arguments
import Pipeline

/// The commands of the program (contract section 9); parsing, help and completions follow.
enum Commands {
  static let program = ProgramDeclaration(
    name: "carer-reconcile", version: ProgramVersion.text,
    summary: "Reconciles what employers know about their staff who are unpaid carers.",
    discussion: """
      Reads staff extracts, passport logs and network lists, links them, finds where they
      disagree, and writes what each employer's HR, the workforce lead and the auditor need.
      """,
    commands: [run, check, explain, rules],
    nearest: { word, known in NearestWord.likely(for: word, among: known) })

  private static let pipeline = PositionalArgument(
    "PIPELINE", "The pipeline file (JSON5).", completion: .file(suffix: ".json5"))
  private static let input = CommandOption(
    "input", value: "DIR",
    "The folder of the input files; without it the pipeline file's input, else the current folder.",
    completion: .folder)
  private static let output = CommandOption(
    "output", value: "DIR",
    "The folder runs are published in; without it the pipeline file's output, else ./output.",
    completion: .folder)
  private static let asOf = CommandOption(
    "as-of", value: "DATE",
    "The day the run is for, YYYY-MM-DD; without it today in Europe/London.")

  private static let run = CommandDeclaration(
    "run", "Run the whole pipeline and publish what comes out.",
    discussion: """
      Publishes a new folder in DIR/runs, whole or not at all, and points DIR/latest to it.
      Discrepancies are a result: the exit status is 0. When a guard trips or an input is
      missing, nothing is published and the last run stays as it is.
      """,
    positionals: [pipeline],
    options: [input, output, asOf, again, accept, workers, timings])

  private static let again = CommandOption(
    flag: "again", "Publish although nothing changed since the last run.")
  private static let accept = CommandOption(
    "accept", value: "GUARD=REASON",
    "Let this one run pass a guard; the ledger keeps the reason. May be given several times.",
    isRepeatable: true)
  private static let workers = CommandOption(
    "workers", value: "N",
    "How many threads work at once; without it one for each core. The files are the same.")
  private static let timings = CommandOption(
    flag: "timings", "Show what each stage took: rows, bytes, seconds, MB/s.")

  private static let check = CommandDeclaration(
    "check", "Read and validate everything, write nothing.",
    discussion: "Names every fault of the pipeline file at once.",
    positionals: [pipeline], options: [input, asOf])

  private static let explain = CommandDeclaration(
    "explain", "Tell in plain words why an employee has its status.",
    discussion: """
      Tells which statement gave the flag and why, every source line, how each passport and
      membership was linked, which rules were raised and what to do, on which lists the employee
      is. It reads the files of a published run alone; the inputs may be gone. It names no person
      and no other employer, and shows no access code. Ask only for a purpose: it tells who cares.
      """,
    positionals: [
      PositionalArgument(
        "ORG/NUMBER", "The employee: organisation code and employee number, RA2/00012345.")
    ],
    options: [published, runID])

  private static let published = CommandOption(
    "output", value: "DIR", "The folder that runs are published in; without it ./output.",
    completion: .folder)
  private static let runID = CommandOption(
    "run", value: "ID", "The run to look into, such as 2026-11-21-01; without it the latest.")

  private static let rules = CommandDeclaration(
    "rules", "List the rules: what each finds, why it matters, what to do.")
}
