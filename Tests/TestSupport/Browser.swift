import Foundation

/// A headless Chromium with one page, driven through its debugging pipe.
///
/// Nothing but local files is opened. Everything that the page asks for, and everything that it
/// complains of, is kept: ``requests``, ``complaints``.
package final class Browser {
  /// Why something could not be done.
  package struct Failure: Error, CustomStringConvertible {
    /// What happened.
    package let description: String
  }

  /// The path of Chromium; nil where there is none.
  ///
  /// What `CHROMIUM` says, else where Debian and others put it.
  package static let path: String? = {
    let named = ProcessInfo.processInfo.environment["CHROMIUM"].map { [$0] } ?? []
    let usual = ["chromium", "chromium-browser", "google-chrome"].map { "/usr/bin/\($0)" }
    return (named + usual).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// What a test says that is skipped.
  package static let absence: String =
    "Chromium is not there: apt-get install chromium, or name it with CHROMIUM=PATH"

  /// The addresses of everything that pages have asked for, the pages themselves too.
  package private(set) var requests: [String] = []
  /// What stood in the console, and what was thrown and not caught.
  package private(set) var complaints: [String] = []
  /// Where downloads lie.
  package let downloads: TemporaryFolder

  private let scratch = TemporaryFolder()
  private let process = Process()
  private let toBrowser: FileHandle
  private let fromBrowser: FileHandle
  private var unread = Data()
  private var lastID = 0
  private var session = ""

  /// Starts a browser with an empty page.
  package init() throws {
    guard let path = Self.path else { throw Failure(description: Self.absence) }
    downloads = TemporaryFolder()
    let (input, output) = (scratch.path("to"), scratch.path("from"))
    guard unsafe mkfifo(input, 0o600) == 0, unsafe mkfifo(output, 0o600) == 0 else {
      throw Failure(description: "no pipe to the browser: error \(errno)")
    }
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c", #"exec "$0" "${@:3}" 3<"$1" 4>"$2""#, path, input, output, "--headless=new",
      "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
      "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe",
      "--user-data-dir=\(scratch.path("profile"))", "about:blank",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    toBrowser = try FileHandle(forWritingTo: URL(fileURLWithPath: input))
    fromBrowser = try FileHandle(forReadingFrom: URL(fileURLWithPath: output))
    let target = try send("Target.createTarget", ["url": "about:blank"])
    let attached = try send(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String ?? ""
    for domain in ["Page", "Runtime", "Log", "Network"] { try send("\(domain).enable") }
    try send(
      "Page.setDownloadBehavior", ["behavior": "allow", "downloadPath": downloads.path])
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// Opens a file and waits until it and its scripts are done.
  package func open(_ file: String) throws {
    try send("Page.navigate", ["url": URL(fileURLWithPath: file).absoluteString])
    try wait("document.readyState === 'complete' && location.href !== 'about:blank'")
  }

  /// Opens the page again.
  package func reload() throws {
    try evaluate("window.isOld = true")
    try send("Page.reload")
    try wait("document.readyState === 'complete' && !window.isOld")
  }

  /// The value of an expression as JSON; a promise is waited for.
  @discardableResult
  package func evaluate(_ script: String) throws -> String {
    let result = try send(
      "Runtime.evaluate",
      [
        "expression": "Promise.resolve(\(script)).then((value) => JSON.stringify(value))",
        "awaitPromise": true, "returnByValue": true,
      ])
    if let details = result["exceptionDetails"] { throw Failure(description: "\(details)") }
    return (result["result"] as? [String: Any])?["value"] as? String ?? "undefined"
  }

  /// Waits until an expression is true, ten seconds at most.
  package func wait(_ script: String) throws {
    for _ in 0..<200 {
      // While a page is being changed for another, nothing can be asked of it.
      if let value = try send(
        "Runtime.evaluate", ["expression": script, "returnByValue": true])["result"]
        as? [String: Any], value["value"] as? Bool == true
      {
        return
      }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Failure(description: "never true: \(script)")
  }

  /// Presses a key that has no letter, such as `Enter` or `Tab`.
  package func press(_ key: String, code: Int) throws {
    for type in ["keyDown", "keyUp"] {
      var parameters: [String: Any] = ["type": type, "key": key, "windowsVirtualKeyCode": code]
      if key == "Enter", type == "keyDown" { parameters["text"] = "\r" }
      try send("Input.dispatchKeyEvent", parameters)
    }
  }

  /// Shows the page in a window so wide, in light or dark colours.
  package func show(width: Int, isDark: Bool) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500])
    let scheme = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
    try send("Emulation.setEmulatedMedia", ["features": [scheme]])
  }

  /// A picture of the page as PNG, its first 9,000 pixels of height.
  package func picture(width: Int) throws -> [UInt8] {
    let height = Int(try evaluate("document.documentElement.scrollHeight")) ?? 900
    let clip: [String: Any] = [
      "x": 0, "y": 0, "width": width, "height": min(height, 9_000), "scale": 1,
    ]
    let result = try send(
      "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": true, "clip": clip])
    return Data(base64Encoded: result["data"] as? String ?? "").map(Array.init) ?? []
  }

  /// Waits for a download and gives its text.
  package func downloaded(_ name: String) throws -> String {
    for _ in 0..<200 {
      if let text = FolderContents.text(of: downloads.path(name)) { return text }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Failure(description: "no download \(name)")
  }

  // MARK: - The pipe

  /// Sends a command and waits for its answer; events that come before it are kept.
  @discardableResult
  private func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastID += 1
    var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    if !session.isEmpty { message["sessionId"] = session }
    try toBrowser.write(contentsOf: JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try receive()
      if answer["id"] as? Int == lastID {
        if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
        return answer["result"] as? [String: Any] ?? [:]
      }
      keep(answer)
    }
  }

  private func receive() throws -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = unread[unread.startIndex..<end]
        unread = Data(unread[unread.index(after: end)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      let data = fromBrowser.availableData
      if data.isEmpty { throw Failure(description: "the browser has ended") }
      unread.append(data)
    }
  }

  private func keep(_ event: [String: Any]) {
    let parameters = event["params"] as? [String: Any] ?? [:]
    switch event["method"] as? String {
    case "Network.requestWillBeSent":
      let request = parameters["request"] as? [String: Any]
      requests.append(request?["url"] as? String ?? "")
    case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
      complaints.append("\(parameters)")
    default: break
    }
  }
}
