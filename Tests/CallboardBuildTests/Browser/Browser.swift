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

  private static let python = Command.path(of: "python3")
  private static let chromium = Command.path(of: "chromium", "chromium-browser", "google-chrome")

  static var isInstalled: Bool { python != nil && chromium != nil }

  /// Opens a page of a folder and waits for its report.
  static func visit(_ page: String, of folder: String) throws -> Visit {
    let server = try BackgroundProgram(
      try #require(python),
      ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder]
    )
    let port = try server.waitForLine { $0.firstMatch(of: /port (\d+)/)?.output.1 }
    let origin = "http://127.0.0.1:\(port)"

    let profile = try TemporaryFolder()
    defer { withExtendedLifetime(profile) {} }
    let browser = try BackgroundProgram(
      try #require(chromium),
      [
        // The sandbox does not run for root, and the only pages are those of the test.
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--user-data-dir=\(profile.path)",
        // Else it stays only until the page is loaded.
        "--remote-debugging-port=0",
        "--enable-logging=stderr", "\(origin)/\(page)",
      ]
    )
    let report = try server.waitForLine {
      $0.firstMatch(of: /GET \/report\?(\S+) HTTP/)?.output.1
    }
    let requests = try server.lines().filter { $0.contains("\"GET ") }
    return Visit(
      origin: origin,
      report: try #require(report.removingPercentEncoding),
      requests: requests,
      failures: requests.filter { $0.contains(#/" [45][0-9]{2} /#) },
      messages: try browser.lines().filter {
        $0.contains(":CONSOLE") && !$0.contains("document's frame is sandboxed")
      }
    )
  }
}
