import Arguments
import Pipeline

/// `carer-reconcile explain`: why an employee has its status.
enum ExplainCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    var request = ExplainRequest(employee: invocation.required("ORG/NUMBER"))
    request.output = OutputOption.path(invocation)
    request.run = invocation.value(of: "run")
    for line in try Explain.run(request) {
      Terminal.line(line.isHeading ? Terminal.bold(line.text) : line.text)
    }
  }
}
