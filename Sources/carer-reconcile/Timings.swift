import Pipeline

/// What each stage took, for `run --timings`.
enum Timings {
  /// Shows a table: stage, rows, bytes, seconds, MB/s.
  static func show(_ timings: [StageTiming]) {
    Terminal.line()
    Terminal.line("stage             rows      MB   seconds    MB/s")
    for timing in timings {
      let megabytes = Double(timing.bytes) / 1e6
      let speed = timing.seconds > 0 && timing.bytes > 0 ? megabytes / timing.seconds : 0
      Terminal.line(
        Terminal.left(timing.stage.rawValue, 10) + Terminal.right("\(timing.rows)", 12)
          + Terminal.right(decimal(megabytes, 1), 8)
          + Terminal.right(decimal(timing.seconds, 3), 10)
          + Terminal.right(speed > 0 ? decimal(speed, 0) : "", 8))
    }
  }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value * Double(scale) + 0.5))
    if places == 0 { return String(scaled) }
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
