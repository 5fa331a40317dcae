import Glibc

/// What the program does before it reads anything about a person.
enum ProcessHardening {
  /// Writes no core file, and leaves what it makes to its owner only.
  ///
  /// A core file would hold names and carer statuses. Files are made 0600 by the modules that make
  /// them; the mask is for those that libraries make, such as the ledger's log.
  static func apply() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    // Safe: `none` lives through the call. Lowering a limit cannot fail.
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    umask(0o077)
    // A mistake of ours ends the program without a word of what it held: the runtime's own handlers
    // would print the memory behind each register.
    for crash in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT] {
      signal(crash, SIG_DFL)
    }
    // A reader who closes the pipe early ends our writing, not the run.
    signal(SIGPIPE, SIG_IGN)
    // A file larger than the limit of the process is an error to be told, not a sudden end.
    signal(SIGXFSZ, SIG_IGN)
  }
}
