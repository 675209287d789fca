import CallboardTestSupport
import Testing

/// A web server of Python on a free port of this machine, for a portal that answers well or badly.
final class PortalServer {
  static let python = Command.path(of: "python3")

  let address: String
  private let program: BackgroundProgram

  /// Paths below `/slow/` are answered never, below `/broken/` with an error, below `/moved/` with a
  /// redirect to a file, below `/text/` with what is no JSON; all others with the files of a folder.
  private static let source = """
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
    let python = try #require(Self.python)
    program = try BackgroundProgram(python, ["-u", "-c", Self.source, folder])
    address = "http://127.0.0.1:\(try program.waitForLine { Int($0) })"
  }

  /// The paths that were asked for, in the order of their answers.
  func requests() throws -> [String] {
    try program.lines().compactMap { $0.firstMatch(of: /"GET (\S+)/).map { String($0.output.1) } }
  }
}
