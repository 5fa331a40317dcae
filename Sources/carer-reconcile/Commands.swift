import Arguments
import Pipeline
import Sample
import Vocabulary

/// The commands of the program (contract section 9); parsing, help and completions follow.
enum Commands {
  static let program = ProgramDeclaration(
    name: "carer-reconcile", version: ProgramVersion.text,
    summary: "Reconciles what employers know about their staff who are unpaid carers.",
    discussion: """
      Reads staff extracts, passport logs and network lists, links them, finds where they
      disagree, and writes what each employer's HR, the workforce lead and the auditor need.
      """,
    commands: [run, check, inspect, explain, history, confirm, verify, purge, rules, sample],
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
    options: [input, output, asOf, again, accept, workers, timings, json])

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
  private static let json = CommandOption(
    flag: "json", "Print the summary as JSON for machines, and nothing else.")

  private static let check = CommandDeclaration(
    "check", "Read and validate everything, write nothing.",
    discussion: "Names every fault of the pipeline file at once.",
    positionals: [pipeline], options: [input, asOf])

  private static let inspect = CommandDeclaration(
    "inspect", "Show how a file is read, and propose a layout when none fits.",
    discussion: """
      Tells its encoding and delimiter or sheets, the line of its headings, which heading became
      which column, how many rows are accepted, and the first rows as they are understood.
      Personal values are masked. When no layout fits, a new one is proposed, to be saved in a
      folder layouts beside the pipeline file; those in ./layouts are known here.
      """,
    positionals: [
      PositionalArgument(
        "FILE", "A text file with columns, a workbook (.xlsx), or an ESR interface file.",
        completion: .file(suffix: ""))
    ],
    options: [
      CommandOption(
        "source", value: "NAME", "Read it for this source; without it for the one it fits best.",
        completion: .values(Source.allCases.map(\.rawValue))),
      CommandOption("sheet", value: "NAME", "The sheet of a workbook; hidden ones too."),
      CommandOption(
        "layout", value: "NAME", "Read it by this layout; a name, or the path of a layout file.",
        completion: .file(suffix: ".json5")),
      CommandOption(flag: "show-values", "Show personal values instead of masking them."),
    ])

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
    options: [
      CommandOption(
        "run", value: "ID", "The run to look into, such as 2026-11-21-01; without it the latest."),
      pastOutput,
    ])

  private static let rules = CommandDeclaration(
    "rules", "List the rules: what each finds, and what to do about it.")

  private static let runID = PositionalArgument(
    "RUN", "The run's id, such as 2026-11-21-01: its folder's name in DIR/runs.")
  private static let pastOutput = CommandOption(
    "output", value: "DIR", "The folder runs were published in; without it ./output.",
    completion: .folder)

  private static let history = CommandDeclaration(
    "history", "Show the runs, and how discrepancies came and went.",
    discussion: """
      With --html the nights are written as one page, with charts: to FILE, or to history.html in
      the output folder.
      """,
    positionals: [
      PositionalArgument(
        "FILE", "The page to write with --html.", isOptional: true,
        completion: .file(suffix: ".html"))
    ],
    options: [CommandOption(flag: "html", "Write the nights as one page."), pastOutput])

  private static let confirm = CommandDeclaration(
    "confirm", "Enter that the lists of a run have been sent.",
    discussion: """
      From then on the recipients of those lists are shown as sent, until their code changes.
      With emit.deliveryScope "outstanding" in the pipeline file they are left out.
      """,
    positionals: [runID],
    options: [
      CommandOption(
        "footprint", value: "CODE",
        "Only the lists of this footprint; no-footprint for organisations without one."),
      pastOutput,
    ])

  private static let verify = CommandDeclaration(
    "verify", "Hold outputs against manifests, and manifests against the ledger.",
    discussion: """
      Names every file that was changed, added, swapped or is missing, and every row of the
      ledger that is not as it was entered. Mends nothing. That a ledger was cut short or
      written anew as a whole shows only against a head kept elsewhere: --head.
      """,
    positionals: [
      PositionalArgument("RUN", "One run's id; without it all runs.", isOptional: true)
    ],
    options: [
      CommandOption(
        "head", value: "FILE", "A copy of ledger-head.txt that was kept elsewhere.",
        completion: .file(suffix: "")),
      pastOutput,
    ])

  private static let purge = CommandDeclaration(
    "purge", "Remove the person-level files of old runs.",
    discussion: """
      Nothing is removed unless this is called. Manifests, evidence, distribution lists and the
      ledger stay, and verify then says purged. The run published last is never purged.
      """,
    options: [
      CommandOption(
        "older-than", value: "DAYS", "Purge runs whose date is more than DAYS days ago.",
        isRequired: true),
      pastOutput,
    ])

  private static let sample = CommandDeclaration(
    "sample", "Write made-up inputs of any size, and a pipeline file that runs them.",
    discussion: """
      For trying things out, for tests and for measuring. The same size and seed give the same
      bytes everywhere. No person is real: every NI number begins with Q, every address ends in
      .example. Run the result with DIR/pipeline.json5 and --as-of 2026-11-21.
      """,
    options: [
      CommandOption(
        "employees", value: "N", "How many employees, over all employers.", isRequired: true),
      CommandOption(
        "seed", value: "S", "Any whole number; another one gives other people.",
        isRequired: true),
      CommandOption(
        "output", value: "DIR", "The folder to write; it must be new or empty.",
        isRequired: true, completion: .folder),
      CommandOption(
        "lists", value: "KIND",
        "normal, or hard: most numbers, birth dates and addresses are blank.",
        completion: .values(SampleGenerator.Lists.allCases.map(\.rawValue))),
      CommandOption(flag: "truth", "Also write whom each list entry means, into DIR/truth."),
      workers,
    ])
}
