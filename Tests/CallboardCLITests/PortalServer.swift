import CallboardTestSupport
import Foundation
import Testing

/// A web server of Python on a free port of this machine, for a portal that answers well or badly.
final class PortalServer {
  static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  let address: String
  private let process: Process
  private let logs: TemporaryFolder

  private struct NotStarted: Error {}

  /// Paths below `/slow/` are answered never, below `/broken/` with an error, below `/moved/` with a
  /// redirect to a file, below `/text/` with what is no JSON; all others with the files of a folder.
  private static let program = """
    import http.server, sys, time
    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            if self.path.startswith('/slow/'):
                self.send_response(200); self.end_headers(); self.wfile.write(b'{'); self.wfile.flush()
                time.sleep(600)
            elif self.path.startswith('/broken/'):
                self.send_error(503)
            elif self.path.startswith('/moved/'):
                self.send_response(302); self.send_header('Location', 'file:///etc/hostname')
                self.end_headers()
            elif self.path.startswith('/text/'):
                self.send_response(200); self.end_headers(); self.wfile.write(b'<html>login</html>')
            else:
                super().do_GET()
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), lambda *a: Handler(*a, directory=sys.argv[1]))
    server.daemon_threads = True
    print(server.server_port, flush=True)
    server.serve_forever()
    """

  init(folder: String) throws {
    logs = try TemporaryFolder()
    try logs.write(["port": "", "requests": ""])
    process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = ["-u", "-c", Self.program, folder]
    process.standardOutput = try FileHandle(forWritingTo: logs.url.appending(path: "port"))
    process.standardError = try FileHandle(forWritingTo: logs.url.appending(path: "requests"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    for _ in 0..<600 {
      let text = try logs.text(of: "port")
      if text.hasSuffix("\n"), let port = Int(text.dropLast()) {
        address = "http://127.0.0.1:\(port)"
        return
      }
      usleep(50_000)
    }
    process.terminate()
    throw NotStarted()
  }

  deinit { process.terminate() }

  /// The paths that were asked for, in the order of their answers.
  func requests() throws -> [String] {
    try logs.text(of: "requests").matches(of: /"GET (\S+)/).map { String($0.1) }
  }
}
