import Foundation
import TestSupport
import Testing

/// A disk that refuses to take pages past the system's cache.
@Suite(.enabled(if: FaultShim.isAvailable, FaultShim.whyNot)) struct RefusingDiskTests {
  /// From how many bytes on a file's pages are to go past the cache.
  private static let straightBytes = 32_768

  @Test func `a file whose pages are refused is written the usual way`() throws {
    let ground = try FaultGround(.firstNight)
    let output = try ground.reset()
    let environment = try FaultShim.environment(
      .invalid, at: 1, below: output, log: ground.night.temporary.path("log"),
      only: "pwrite /report.html")
    #expect(try ground.run(output, environment: environment).status == 0)
    #expect(ground.log().count == 1)
    #expect(ground.faults(in: output) == [])
    let report = try #require(ground.night.temporary.read("output/latest/report.html"))
    #expect(report.count > Self.straightBytes, "it was too small to go past the cache")
  }

  @Test func `a file that is refused again and again is an error`() throws {
    let ground = try FaultGround(.firstNight)
    let output = try ground.reset()
    let environment = try FaultShim.environment(
      .invalid, at: 1, below: output, log: ground.night.temporary.path("log"), isSticky: true,
      only: "pwrite /report.html")
    let result = try ground.run(output, environment: environment)
    #expect(result.status == 74, "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("report.html"))
  }
}
