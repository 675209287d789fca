import CallboardTestSupport
import Foundation
import Testing

/// `callboard publish` to storages that rclone reaches, each a real server on this machine.
@Suite(.enabled(if: Command.path(of: "rclone") != nil, "rclone is not installed"))
struct PublishToStorageTests {
  /// A server, and the settings with which rclone finds it as the remote `portal`.
  private struct Storage {
    var program: BackgroundProgram
    var settings: [String: String]
    /// With the path that the site is published to.
    var remote: String
  }

  private static let moto = PackageFolder.url.appending(path: ".build/test-tools/bin/moto_server")
    .path

  private static func webDAV(_ folder: TemporaryFolder) throws -> Storage {
    try folder.write("", to: "storage/.keep")
    let program = try BackgroundProgram(
      #require(Command.path(of: "rclone")),
      ["serve", "webdav", folder.path + "/storage", "--addr", "127.0.0.1:0"]
    )
    let url = try program.waitForLine { line in
      line.firstMatch(of: /started on (http\S+)/).map { String($0.output.1) }
    }
    return Storage(
      program: program,
      settings: ["TYPE": "webdav", "URL": url],
      remote: "portal:live"
    )
  }

  private static func sftp(_ folder: TemporaryFolder) throws -> Storage {
    try folder.write("", to: "storage/.keep")
    let rclone = try #require(Command.path(of: "rclone"))
    let program = try BackgroundProgram(
      rclone,
      [
        "serve", "sftp", folder.path + "/storage", "--addr", "127.0.0.1:0", "--user", "u", "--pass",
        "p", "--cache-dir", folder.path + "/keys",
      ]
    )
    let port = try program.waitForLine { line in
      line.firstMatch(of: /listening on 127\.0\.0\.1:(\d+)/).map { String($0.output.1) }
    }
    let password = try Command.run(rclone, ["obscure", "p"], in: folder).output
    return Storage(
      program: program,
      settings: [
        "TYPE": "sftp", "HOST": "127.0.0.1", "PORT": port, "USER": "u",
        "PASS": password.trimmingCharacters(in: .newlines), "SHELL_TYPE": "none",
      ],
      remote: "portal:live/"
    )
  }

  private static func s3(_ folder: TemporaryFolder) throws -> Storage {
    let program = try BackgroundProgram(moto, ["-H", "127.0.0.1", "-p", "0"])
    let address = try program.waitForLine { line in
      line.firstMatch(of: /Running on (http:[\d.\/:]+)/).map { String($0.output.1) }
    }
    let storage = Storage(
      program: program,
      settings: [
        "TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": address, "ACCESS_KEY_ID": "a",
        "SECRET_ACCESS_KEY": "b", "REGION": "us-east-1", "FORCE_PATH_STYLE": "true",
      ],
      remote: "portal:bucket/live"
    )
    try rclone(["mkdir", "portal:bucket"], folder, storage)
    return storage
  }

  private static func environment(_ folder: TemporaryFolder, _ storage: Storage) -> [String: String]
  {
    // With certificates of one's own for Amazon, which have no part in this, some versions of rclone do not start.
    var variables = ["RCLONE_CONFIG": folder.path + "/rclone.conf", "AWS_CA_BUNDLE": ""]
    for (name, value) in storage.settings { variables["RCLONE_CONFIG_PORTAL_\(name)"] = value }
    return variables
  }

  @discardableResult
  private static func rclone(
    _ arguments: [String],
    _ folder: TemporaryFolder,
    _ storage: Storage
  ) throws -> String {
    let outcome = try Command.run(
      #require(Command.path(of: "rclone")),
      arguments,
      in: folder,
      environment: environment(folder, storage)
    )
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// What the storage has, without Callboard's list.
  private static func stored(
    _ folder: TemporaryFolder,
    _ storage: Storage
  ) throws -> [String: Data] {
    try? folder.remove("fetched")
    try rclone(["copy", storage.remote, folder.path + "/fetched"], folder, storage)
    var files = try folder.contents(of: "fetched")
    files[".callboard-published"] = nil
    return files
  }

  private static func publishesWhatChanged(_ site: PublishedSiteFolder, to storage: Storage) throws
  {
    let folder = site.folder
    let environment = environment(folder, storage)
    let destination = "rclone:" + storage.remote
    try site.publish(destination, environment: environment)
    #expect(try stored(folder, storage) == site.site())

    // Others' files in the same place stay.
    try folder.write("mine", to: "mine.txt")
    let place = storage.remote + (storage.remote.hasSuffix("/") ? "" : "/")
    try rclone(["copyto", folder.path + "/mine.txt", place + "mine.txt"], folder, storage)

    try site.edit()
    let planned = try site.publish(destination, "--dry-run", environment: environment)
    #expect(planned.output.contains("- \(PublishedSiteFolder.docs)/old/index.html\n"))
    try site.publish(destination, environment: environment)
    var files = try stored(folder, storage)
    #expect(files.removeValue(forKey: "mine.txt") == Data("mine".utf8))
    #expect(try files == site.site())

    let again = try site.publish(destination, environment: environment)
    #expect(again.errors.contains("has this site already"))
  }

  @Test func publishesToWebDAV() throws {
    let site = try PublishedSiteFolder()
    try Self.publishesWhatChanged(site, to: Self.webDAV(site.folder))
  }

  @Test func publishesToSFTP() throws {
    let site = try PublishedSiteFolder()
    try Self.publishesWhatChanged(site, to: Self.sftp(site.folder))
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: moto),
      "moto is not installed; '.ci/setup test' does it"
    )
  )
  func publishesToS3() throws {
    let site = try PublishedSiteFolder()
    let storage = try Self.s3(site.folder)
    try Self.publishesWhatChanged(site, to: storage)
  }

  /// A program in front of rclone that notes what it is asked to do, and can fail.
  private static func recorder(_ folder: TemporaryFolder) throws -> [String: String] {
    let rclone = try #require(Command.path(of: "rclone"))
    try folder.write(
      """
      #!/bin/sh
      [ "$1" = "$FAIL" ] && [ ! -e failed ] && { touch failed; echo 'no route to host' >&2; exit 1; }
      case $1 in
        copy|delete) tee "input" | sed "s/^/$1 /" >>calls; exec \(rclone) "$@" <input ;;
        *) echo "$1" >>calls; exec \(rclone) "$@" ;;
      esac
      """,
      to: "bin/rclone"
    )
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: folder.path + "/bin/rclone"
    )
    return [
      "PATH": folder.path + "/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
      "RCLONE_CONFIG": folder.path + "/rclone.conf",
    ]
  }

  @Test func sendsPagesBeforeWhatLinksToThemAndRemovesLast() throws {
    let site = try PublishedSiteFolder()
    let environment = try Self.recorder(site.folder)
    let destination = "rclone::local:\(site.folder.path)/live"
    try site.publish(destination, environment: environment)
    try site.edit()
    try site.folder.remove("calls")
    try site.publish(destination, environment: environment)
    let calls = try site.folder.text(of: "calls").split(separator: "\n").map(String.init)
    let docs = PublishedSiteFolder.docs
    let order = try [
      "copy \(docs)/new/index.md", "copy \(docs)/new/index.html", "copy \(docs)/index.html",
      "copy search/index/entry.json", "delete \(docs)/old/index.html",
    ].map { call in try #require(calls.firstIndex(of: call), "\(call)") }
    #expect(order == order.sorted())
    #expect(calls.prefix(2) == ["cat", "cat"] && calls.last == "rcat")
    #expect(
      calls.count { $0 == "rcat" } == 2,
      "the list says what is on its way, then what is there"
    )
    #expect(!calls.contains { $0.hasPrefix("copy assets/") }, "what did not change is not sent")
  }

  @Test func goesOnWhereItWasInterrupted() throws {
    let site = try PublishedSiteFolder()
    var environment = try Self.recorder(site.folder)
    let destination = "rclone::local:\(site.folder.path)/live"
    try site.publish(destination, environment: environment)
    try site.edit()
    environment["FAIL"] = "delete"
    let failed = try site.publish(destination, environment: environment, exitCode: 2)
    #expect(
      failed.errors.contains("rclone could not remove files at '\(destination)': no route to host")
    )
    // Before it is tried again, the site changes once more: the page that was added is gone.
    try site.folder.remove("shop/docs/new.md")
    try site.folder.write("# Shop\n\nSells nothing.\n", to: "shop/docs/index.md")
    try site.build()
    try site.publish(destination, environment: environment)
    var files = try site.folder.contents(of: "live")
    files[".callboard-published"] = nil
    #expect(try files == site.site())
  }

  @Test func mendsWhatWasChangedByHandWhenAllIsSent() throws {
    let site = try PublishedSiteFolder()
    let destination = "rclone::local:\(site.folder.path)/live"
    try site.publish(destination)
    try site.folder.write("changed", to: "live/404.html")
    let trusting = try site.publish(destination)
    #expect(trusting.errors.contains("has this site already"))
    try site.publish(destination, "--all")
    var files = try site.folder.contents(of: "live")
    files[".callboard-published"] = nil
    #expect(try files == site.site())
  }

  @Test func saysThatRcloneIsMissing() throws {
    let site = try PublishedSiteFolder()
    let outcome = try site.publish(
      "rclone:portal:x",
      environment: ["PATH": site.folder.path],
      exitCode: 2
    )
    #expect(outcome.errors.contains("rclone could not be started"))
  }
}
