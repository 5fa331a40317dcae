import Arguments
import Glibc
import Pipeline

/// Writes one line to standard error and ends the program.
func refuse(_ message: String, _ status: ExitStatus) -> Never {
  ProgressBar.clear()
  // Where standard error cannot be written there is no one to tell; the status still says it.
  Terminal.errorLine("\(Commands.program.name): \(message)")
  exit(status.rawValue)
}

/// Does what a command asks.
func perform(_ invocation: Invocation) throws(RunFailure) {
  switch invocation.command {
  case "run": try RunCommand.run(invocation)
  case "check": try CheckCommand.run(invocation)
  case "inspect": try InspectCommand.run(invocation)
  case "explain": try ExplainCommand.run(invocation)
  case "history": try HistoryCommand.run(invocation)
  case "confirm": try ConfirmCommand.run(invocation)
  case "verify": try VerifyCommand.run(invocation)
  case "purge": try PurgeCommand.run(invocation)
  case "rules": RulesCommand.run()
  case "sample": try SampleCommand.run(invocation)
  default: preconditionFailure("every declared command is performed here")
  }
}

ProcessHardening.apply()
do {
  switch try Commands.program.parse(Array(CommandLine.arguments.dropFirst())) {
  case .answer(let text): Terminal.write(text)
  case .command(let invocation):
    do throws(RunFailure) {
      try perform(invocation)
    } catch {
      refuse(error.message, error.exitStatus)
    }
  }
} catch {
  refuse(error.message, .usage)
}
