import CMemory

/// What becomes of memory that is freed.
///
/// The columns of the inputs are most of the memory, and are let go of while others are made of
/// them: an allocator that keeps what is freed would nearly double the peak.
package enum FreedMemory {
  /// Has large blocks given back to the system as soon as they are freed; called at the start.
  package static func giveBackLargeBlocks() { memory_map_large_blocks() }

  /// Gives back what is freed by now, small blocks too.
  package static func giveBack() { memory_give_back() }
}
