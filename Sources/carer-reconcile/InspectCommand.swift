import Arguments
import Pipeline
import Vocabulary

/// `carer-reconcile inspect`: how a file is read.
enum InspectCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    var request = InspectRequest(path: invocation.required("FILE"))
    request.source = invocation.value(of: "source").flatMap(Source.init(rawValue:))
    request.sheet = invocation.value(of: "sheet")
    request.layout = invocation.value(of: "layout")
    request.showsValues = invocation.isSet("show-values")
    let report = try Inspect.run(request)
    for line in report.lines {
      Terminal.line(line.isHeading ? Terminal.bold(line.text) : line.text)
    }
    if let failure = report.failure { throw failure }
  }
}
