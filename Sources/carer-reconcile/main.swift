import Arguments
import Glibc
import Pipeline

/// Writes one line to standard error and ends the program.
func refuse(_ message: String, _ status: ExitStatus) -> Never {
  let line = Array("\(Commands.program.name): \(message)\n".utf8)
  // Where standard error cannot be written there is no one to tell; the status still says it.
  // Safe: the buffer holds `count` bytes and lives for the call.
  _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(status.rawValue)
}

do {
  switch try Commands.program.parse(Array(CommandLine.arguments.dropFirst())) {
  case .answer(let text): print(text, terminator: "")
  case .command(let invocation): refuse("\(invocation.command) is not yet available", .usage)
  }
} catch {
  refuse(error.message, .usage)
}
