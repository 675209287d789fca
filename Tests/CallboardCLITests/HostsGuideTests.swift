import CallboardTestSupport
import Foundation
import Testing

/// The files that the guide on hosts prints, given to the programs that they are for.
@Suite struct HostsGuideTests {
  private static let page = "hosts.md"

  /// A server of the portal that listens at a socket in the test's folder.
  private struct Server {
    var program: BackgroundProgram
    var site: PublishedSiteFolder

    /// Status, headers in lower case and body of an answer; waits for the server to begin.
    func answer(_ path: String) throws -> (status: Int, headers: String, body: String) {
      let outcome = try Command.run(
        #require(Command.path(of: "curl")),
        [
          "-sS", "-i", "--retry", "60", "--retry-all-errors", "--retry-delay", "1",
          "--retry-max-time", "120",
          "--unix-socket", site.folder.path + "/s", "http://portal.example.com\(path)",
        ],
        in: site.folder
      )
      let parts = outcome.output.split(separator: "\r\n\r\n", maxSplits: 1)
      let head = try #require(parts.first, "\(outcome.errors)")
      let status = head.firstMatch(of: /HTTP\/\S+ (\d+)/).flatMap { Int($0.output.1) }
      return (status ?? 0, head.lowercased(), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  private static func nginx() throws -> Server {
    let site = try PublishedSiteFolder()
    let path = site.folder.path
    let api = try PackageFolder.text(of: "docs/guide/\(page)").firstMatch(
      of: /(?m)^ +location ~ \^\/api(?:.|\n)*?\n    \}/
    )
    let server = try Guide.block("nginx title=\"/etc/nginx/conf.d/portal.conf\"", of: page)
      .replacing("listen 80;", with: "listen unix:\(path)/s;")
      .replacing("/srv/portal/dist", with: path + "/dist")
      .replacing(
        "charset utf-8;\n    absolute",
        with: "charset utf-8;\n\(try #require(api).output)\n    absolute"
      )
    try site.folder.write(
      """
      daemon off;
      master_process off;
      \(getuid() == 0 ? "user root;" : "")
      pid \(path)/pid;
      error_log stderr;
      events {}
      http {
        include /etc/nginx/mime.types;
        access_log off;
        client_body_temp_path \(path)/body;
        proxy_temp_path \(path)/proxy;
        fastcgi_temp_path \(path)/fastcgi;
        uwsgi_temp_path \(path)/uwsgi;
        scgi_temp_path \(path)/scgi;
        \(server)
      }
      """,
      to: "nginx.conf"
    )
    let program = try BackgroundProgram(
      #require(Command.path(of: "nginx")),
      ["-p", path, "-e", "stderr", "-c", path + "/nginx.conf"]
    )
    return Server(program: program, site: site)
  }

  private static func caddy() throws -> Server {
    let site = try PublishedSiteFolder()
    let path = site.folder.path
    let block = try Guide.block("caddyfile title=\"/etc/caddy/Caddyfile\"", of: page)
      .replacing("portal.example.com {", with: "http://portal.example.com {\n\tbind unix/\(path)/s")
      .replacing("/srv/portal/dist", with: path + "/dist")
    try site.folder.write("{\n\tadmin off\n\tauto_https off\n}\n" + block, to: "Caddyfile")
    let program = try BackgroundProgram(
      #require(Command.path(of: "caddy")),
      ["run", "--adapter", "caddyfile", "--config", path + "/Caddyfile"]
    )
    return Server(program: program, site: site)
  }

  private static func servesThePortal(_ server: Server) throws {
    let home = try server.answer("/")
    #expect(home.status == 200 && home.headers.contains("content-type: text/html"))
    let docs = "/\(PublishedSiteFolder.docs)"
    let folder = try server.answer(docs)
    #expect((301...308).contains(folder.status) && folder.headers.contains("location: \(docs)/"))
    let missing = try server.answer("/nowhere/at/all")
    #expect(missing.status == 404)
    #expect(try missing.body == server.site.folder.text(of: "dist/404.html"))
    let style = try #require(home.body.firstMatch(of: /href="(?:\.\/)?(assets\/[^"]+\.css)"/))
      .output.1
    #expect(try server.answer("/\(style)").headers.contains("immutable"))
    #expect(!home.headers.contains("immutable"))
    let text = try server.answer("\(docs)/index.md")
    #expect(text.headers.contains("content-type: text/markdown"))
    #expect(text.body.contains("Sells things."))
    let manifest = try server.answer("/site.webmanifest")
    #expect(manifest.headers.contains("content-type: application/manifest+json"))
  }

  @Test(.enabled(if: Command.path(of: "nginx") != nil, "nginx is not installed"))
  func nginxServesThePortal() throws {
    let server = try Self.nginx()
    try Self.servesThePortal(server)
    let entity = try server.answer("/api/catalog/entities/by-name/component/default/shop")
    #expect(entity.status == 200 && entity.body.contains("\"name\":\"shop\""))
  }

  @Test(.enabled(if: Command.path(of: "caddy") != nil, "caddy is not installed"))
  func caddyServesThePortal() throws {
    try Self.servesThePortal(Self.caddy())
  }
}
