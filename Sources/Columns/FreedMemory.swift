#if canImport(Glibc)
import Glibc
#endif

/// Memory that was freed and that the allocator keeps.
package enum FreedMemory {
  /// Gives it back to the system.
  ///
  /// The columns of many files are too small to be given back one by one; after a stage that lets go
  /// of most of what was read, the next one would come on top of it.
  package static func giveBack() {
    #if canImport(Glibc)
    malloc_trim(0)
    #endif
  }
}
