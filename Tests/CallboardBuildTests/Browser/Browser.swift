import CallboardTestSupport
import Foundation
import Testing

/// Chromium without a window, over a server of Python on a free port of this machine.
enum Browser {
  /// What a page did until it asked for an address that begins with `/report?`.
  struct Visit {
    /// The server's scheme, name and port.
    var origin: String
    /// The query of that address, decoded.
    var report: String
    /// The server's log, a line a request, in the order of their answers.
    var requests: [String]
    /// Requests that were answered with an error.
    var failures: [String]
    /// What the console of any page or worker said, but for sandboxed frames.
    var messages: [String]
  }

  /// Nothing came within the time that a slow machine needs.
  private struct NothingCame: Error, CustomStringConvertible {
    var description: String
  }

  private static let python = program(["python3"])
  private static let chromium = program(["chromium", "chromium-browser", "google-chrome"])

  static var isInstalled: Bool { python != nil && chromium != nil }

  private static func program(_ names: [String]) -> String? {
    ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
      .flatMap { folder in names.map { "\(folder)/\($0)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Opens a page of a folder and waits for its report.
  static func visit(_ page: String, of folder: String) throws -> Visit {
    let logs = try TemporaryFolder()
    let server = try start(
      try #require(python),
      ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder],
      log: "server",
      in: logs
    )
    defer { stop(server) }
    let port = try line(of: "server", in: logs) { $0.firstMatch(of: /port (\d+)/)?.output.1 }
    let origin = "http://127.0.0.1:\(port)"

    let browser = try start(
      try #require(chromium),
      [
        // The sandbox does not run for root, and the only pages are those of the test.
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--user-data-dir=\(logs.path)/profile",
        // Else it stays only until the page is loaded.
        "--remote-debugging-port=0",
        "--enable-logging=stderr", "\(origin)/\(page)",
      ],
      log: "browser",
      in: logs
    )
    defer { stop(browser) }
    let report = try line(of: "server", in: logs) {
      $0.firstMatch(of: /GET \/report\?(\S+) HTTP/)?.output.1
    }
    let requests = try lines(of: "server", in: logs).filter { $0.contains("\"GET ") }
    return Visit(
      origin: origin,
      report: try #require(report.removingPercentEncoding),
      requests: requests,
      failures: requests.filter { $0.contains(#/" [45][0-9]{2} /#) },
      messages: try lines(of: "browser", in: logs).filter {
        $0.contains(":CONSOLE") && !$0.contains("document's frame is sandboxed")
      }
    )
  }

  /// Starts a program that writes all it says to one file.
  private static func start(
    _ program: String,
    _ arguments: [String],
    log: String,
    in logs: TemporaryFolder
  ) throws -> Process {
    try logs.write("", to: log)
    let file = try FileHandle(forWritingTo: logs.url.appending(path: log))
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = file
    process.standardError = file
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func stop(_ process: Process) {
    // The programs inherit which signals this thread blocks, so no lesser one is sure to end them.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits for a line of a log in which `find` finds something.
  private static func line(
    of log: String,
    in logs: TemporaryFolder,
    find: (String) -> Substring?
  ) throws -> String {
    for _ in 0..<1500 {
      if let found = try lines(of: log, in: logs).lazy.compactMap(find).first {
        return String(found)
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw NothingCame(description: try logs.text(of: log))
  }

  /// The whole lines of a log; the last may still be unwritten.
  private static func lines(of log: String, in logs: TemporaryFolder) throws -> [String] {
    try logs.text(of: log).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }
}
