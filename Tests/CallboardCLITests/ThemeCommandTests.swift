import CallboardTestSupport
import Foundation
import Testing

/// `callboard theme` as an operator runs it.
@Suite struct ThemeCommandTests {
  private func site(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("sources: [{path: repos/*}]\ntheme: {folder: portal}\n", to: "site.yaml")
    try folder.write(files)
    return folder
  }

  private func shipped(_ path: String) throws -> String {
    try PackageFolder.text(of: "theme/\(path)")
  }

  @Test func listsWhatCanBeCopied() throws {
    let listed = try BuiltProduct.run(["theme", "eject"], in: site())
    #expect(listed.exitCode == 0)
    let names = Set(listed.output.split(separator: "\n").map(String.init))
    #expect(names.isSuperset(of: ["templates/pages/home.html", "styles/tokens.css"]))
    #expect(!names.contains("theme.yaml"))
  }

  @Test func copiesWhatIsAskedForOnce() throws {
    let folder = try site()
    let first = try BuiltProduct.run(
      ["theme", "eject", "pages/home.html", "styles/tokens.css"],
      in: folder
    )
    #expect(first.exitCode == 0)
    let home = try shipped("templates/pages/home.html")
    #expect(try folder.text(of: "portal/templates/pages/home.html") == home)
    #expect(try folder.text(of: "portal/styles/tokens.css") == shipped("styles/tokens.css"))

    try folder.write("mine", to: "portal/templates/pages/home.html")
    let second = try BuiltProduct.run(
      ["theme", "eject", "pages/org.html", "pages/home.html"],
      in: folder
    )
    #expect(second.exitCode == 2)
    #expect(second.errors.contains("--force"))
    #expect(try folder.text(of: "portal/templates/pages/home.html") == "mine")
    #expect(!folder.exists("portal/templates/pages/org.html"), "all or none")
    let forced = try BuiltProduct.run(["theme", "eject", "--force", "pages/home.html"], in: folder)
    #expect(forced.exitCode == 0)
    #expect(try folder.text(of: "portal/templates/pages/home.html") == home)
  }

  @Test func saysWhereAnUnusedFolderBelongs() throws {
    let folder = try site()
    try folder.write("sources: [{path: repos/*}]\n", to: "site.yaml")
    let outcome = try BuiltProduct.run(["theme", "eject", "partials/footer.html"], in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("theme: {folder: portal}"))
    #expect(folder.exists("portal/templates/partials/footer.html"))
  }

  @Test(arguments: [["pages/hom.html"], ["../site.yaml"], ["theme.yaml"]])
  func refusesNamesThatAreNone(names: [String]) throws {
    let outcome = try BuiltProduct.run(["theme", "eject"] + names, in: site())
    #expect(outcome.exitCode == 2)
  }

  @Test func findsNothingAmissInFreshCopies() throws {
    let folder = try site()
    let names = ["pages/entity.html", "layouts/base.html", "styles/tokens.css", "icons/api.svg"]
    _ = try BuiltProduct.run(["theme", "eject"] + names, in: folder)
    let checked = try BuiltProduct.run(["theme", "check", "--strict"], in: folder)
    #expect(checked.exitCode == 0)
    #expect(checked.output.isEmpty)
  }

  @Test func tellsWhatHasChangedSinceACopyWasMade() throws {
    let folder = try site()
    let name = "templates/partials/footer.html"
    _ = try BuiltProduct.run(["theme", "eject", name], in: folder)
    // As if the copy had been made from an older version, and changed since.
    let footer = try shipped(name)
    try folder.write(
      "<p>Old</p>\n" + footer.replacing("<footer", with: "<section"),
      to: "portal/.ejected/\(name)"
    )
    try folder.write(footer + "<p>Mine</p>\n", to: "portal/\(name)")
    let checked = try BuiltProduct.run(["theme", "check"], in: folder)
    #expect(checked.exitCode == 0)
    #expect(checked.output.contains("[theme-override-outdated]"))
    #expect(checked.output.contains("copied from version 0.1.0: lines added: 1, removed: 2"))
    #expect(checked.output.contains("- 1: <p>Old</p>"))
    #expect(checked.output.contains("portal/\(name)"))
    #expect(try BuiltProduct.run(["theme", "check", "--strict"], in: folder).exitCode == 1)

    let kept = try BuiltProduct.run(["theme", "eject", "--keep", name], in: folder)
    #expect(kept.exitCode == 0)
    #expect(try folder.text(of: "portal/\(name)") == footer + "<p>Mine</p>\n")
    #expect(try BuiltProduct.run(["theme", "check", "--strict"], in: folder).exitCode == 0)
  }

  @Test func asksForTheOriginOfACopyThatNobodyNoted() throws {
    let folder = try site([
      "portal/templates/partials/footer.html": "<footer></footer>\n",
      "portal/templates/pages/home.html": "{% extends \"shipped/pages/home.html\" %}\n",
    ])
    let checked = try BuiltProduct.run(["theme", "check", "--strict"], in: folder)
    #expect(checked.exitCode == 0)
    #expect(checked.output.contains("[theme-override-unknown]"))
    #expect(!checked.output.contains("home.html"), "what extends the shipped page follows it")
  }

  @Test func judgesTemplatesNamesAndColours() throws {
    let folder = try site([
      "portal/templates/slots/foter-end.html": "<p>Lost</p>\n",
      "portal/templates/partials/facts.html": "<p>Lost</p>\n",
      "portal/styles/acme.css": "@layer tokens { :root { --cb-text-muted: #bbbbbb; } }\n",
    ])
    let checked = try BuiltProduct.run(["theme", "check"], in: folder)
    #expect(checked.exitCode == 0)
    for id in ["theme-slot-unknown", "theme-file-unused", "theme-contrast-low"] {
      #expect(checked.output.contains("[\(id)]"), "\(id)")
    }
    try folder.write("<p>{{ </p>\n", to: "portal/templates/slots/page-end.html")
    let broken = try BuiltProduct.run(["theme", "check"], in: folder)
    #expect(broken.exitCode == 1)
    #expect(broken.output.contains("[template-error]"))
    #expect(broken.output.contains("portal/templates/slots/page-end.html:1:"))
  }
}
