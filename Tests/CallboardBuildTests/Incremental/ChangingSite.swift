import CallboardBuild
import CallboardTestSupport
import Foundation
import Glibc

/// A portal whose files change at random, in every way that operators and authors change them.
struct ChangingSite {
  let folder: TemporaryFolder
  private var random: SeededGenerator
  /// All files but those of git, by path from the folder.
  private(set) var files: [String: String]
  private var counter = 0
  /// What somebody who watches the files would say of the last change.
  private(set) var heard = HeardChanges.anything

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    random = SeededGenerator(seed: seed)
    files = SampleSite.files
    for (path, text) in Self.furtherFiles { files[path] = text }
    try folder.write(files)
    for path in ["repos/tools", Self.origin] {
      try GitRepository(path, in: folder).commit("Begin", date: 1_700_000_000)
    }
    _ = try edit("site.yaml", to: Self.site(title: "Acme", folder: folder))
  }

  /// Makes one change and says which.
  mutating func change() throws -> String {
    counter += 1
    heard = .files([])
    switch Int.random(in: 0..<26, using: &random) {
    case 0...5: return try editPage()
    case 6: return try addPage()
    case 7: return try removePage()
    case 8: return try renamePage()
    case 9, 10: return try editDescriptor()
    case 11: return try addRepository()
    case 12: return try removeRepository()
    case 13: return try editConfiguration()
    case 14: return try editSite()
    case 15: return try edit("repos/shop/snippets/terms.md", to: "Term \(counter) holds.\n")
    case 16: return try editPicture()
    case 17: return try touch()
    case 18: return try commit("repos/tools")
    case 19: return try push()
    case 20: return try editTheme()
    case 21: return try editTwoPages()
    case 22: return try replaceByRename()
    case 23: return try editRadar()
    case 24: return try editScores()
    default: return "nothing"
    }
  }

  private var pages: [String] {
    files.keys.filter {
      $0.hasSuffix(".md") && ($0.hasPrefix("repos/") || $0.hasPrefix("news/"))
        && !$0.contains("snippets")
    }
    .sorted()
  }
  private var descriptors: [String] {
    files.keys.filter { $0.hasSuffix("catalog-info.yaml") && $0.hasPrefix("repos/") }.sorted()
  }

  private mutating func pick(_ paths: [String]) -> String {
    paths.randomElement(using: &random) ?? "repos/shop/docs/index.md"
  }

  private mutating func editPage() throws -> String {
    let path = pick(pages)
    let text = files[path] ?? ""
    let added = [
      "\nSentence number \(counter) of the manual.\n", "\n## Heading \(counter)\n\nText.\n",
      "\nSee [there](missing-\(counter).md).\n", "\nSee the [shop](entity:component:shop).\n",
      "\n```swift\nlet value = \(counter)\n```\n", "\n[Start](index.md#heading-\(counter - 1))\n",
      "\n<u onclick=\"x()\">\(counter)</u>\n", "\n--8<-- \"terms.md\"\n",
      "\n# Title \(counter)\n", "\n![Plan](img/plan.svg)\n",
      "\n```mermaid\ngraph \(counter)\n```\n",
      "\nSee [how to](/docs/default/component/tools/usage/#details).\n",
      "\nSee what is [new](/catalog/default/component/new-\(counter - 1)).\n",
    ]
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return try edit(path, to: "# Written anew \(counter)\n\nText.\n")
    case 1:
      return try edit(
        path,
        to: "---\ntitle: Named \(counter)\ntags: [t\(counter % 3)]\n---\n"
          + text.replacing("---", with: "")
      )
    case 2: return try edit(path, to: String(text.prefix(text.count / 2)))
    // Of the same length, perhaps within one tick of the clock.
    case 3: return try edit(path, to: text.replacing("e", with: "a"))
    default: return try edit(path, to: text + (added.randomElement(using: &random) ?? ""))
    }
  }

  private mutating func addPage() throws -> String {
    let folder = pick(descriptors).replacing("catalog-info.yaml", with: "docs")
    return try edit(
      "\(folder)/added-\(counter).md",
      to: "# Added \(counter)\n\nTo [start](index.md).\n"
    )
  }

  private mutating func removePage() throws -> String {
    let candidates = pages.filter { $0.contains("added") || $0.contains("guide") }
    guard !candidates.isEmpty else { return "nothing" }
    return try remove(pick(candidates))
  }

  private mutating func renamePage() throws -> String {
    let path = pick(pages)
    let text = files[path] ?? ""
    let target = path.replacing(".md", with: "-\(counter).md")
    files[path] = nil
    files[target] = text
    hear(path, target)
    try FileManager.default.moveItem(
      at: folder.url.appending(path: path),
      to: folder.url.appending(path: target)
    )
    return "rename \(path)"
  }

  private mutating func editDescriptor() throws -> String {
    let path = pick(descriptors)
    let text = files[path] ?? ""
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return try edit(path, to: text.replacing("production", with: "experimental"))
    case 1:
      return try edit(
        path,
        to: text.replacing("owner: sellers", with: "owner: group:default/buyers-\(counter)")
      )
    case 2:
      return try edit(
        path,
        to: text.replacing(
          "metadata:\n  name",
          with: "metadata:\n  description: Text \(counter)\n  name"
        )
      )
    case 3: return try edit(path, to: text + Self.component("extra-\(counter)"))
    default: return try edit(path, to: Self.component("only-\(counter)"))
    }
  }

  private mutating func addRepository() throws -> String {
    let name = "repos/new-\(counter)"
    heard = .anything
    _ = try edit("\(name)/docs/index.md", to: "# New \(counter)\n")
    return try edit("\(name)/catalog-info.yaml", to: Self.component("new-\(counter)"))
  }

  private mutating func removeRepository() throws -> String {
    let names = Set(
      files.keys.compactMap { $0.hasPrefix("repos/new-") ? $0.split(separator: "/")[1] : nil }
    )
    guard let name = names.sorted().randomElement(using: &random) else { return "nothing" }
    try folder.remove("repos/\(name)")
    heard = .anything
    for path in files.keys where path.hasPrefix("repos/\(name)/") { files[path] = nil }
    return "remove repos/\(name)"
  }

  private mutating func editConfiguration() throws -> String {
    let texts = [
      "site_name: Shop docs\nnav:\n  - index.md\n", "site_name: Other name \(counter)\n",
      "site_name: [broken\n", "site_name: Shop docs\nuse_directory_urls: false\n",
    ]
    return try edit("repos/shop/mkdocs.yml", to: texts.randomElement(using: &random) ?? "")
  }

  private mutating func editSite() throws -> String {
    let texts = [
      "", "search: {language: none}\n", "check: {rules: {link-target-missing: error}}\n",
      "catalog: {rules: [{allow: [Component, API]}]}\n",
    ]
    let title = ["Acme", "Globex"].randomElement(using: &random) ?? "Acme"
    return try edit(
      "site.yaml",
      to: Self.site(title: title, folder: folder) + (texts.randomElement(using: &random) ?? "")
    )
  }

  /// With a folder of repositories, a clone and a theme of its own.
  private static func site(title: String, folder: TemporaryFolder) -> String {
    "site: {title: \(title), url: \"https://portal.acme.example/docs\"}\n"
      + "sources:\n  - path: repos/*\n  - git: \(folder.path)/\(origin)\n    name: remote\n"
      + "theme: {folder: theme}\n\(widgets)"
  }

  private mutating func editRadar() throws -> String {
    if files["radar.yaml"] != nil, Int.random(in: 0..<4, using: &random) == 0 {
      return try remove("radar.yaml")
    }
    return try edit("radar.yaml", to: Self.radar("Thing \(counter)"))
  }

  private mutating func editScores() throws -> String {
    let day = "2023-11-\(10 + counter % 20)"
    return try edit(
      "scores.ndjson",
      to: (files["scores.ndjson"] ?? "")
        + "{\"date\":\"\(day)\",\"scorecard\":\"ready\",\"owner\":\"\",\"percent\":50,\"entities\":2}\n"
    )
  }

  private static func radar(_ title: String) -> String {
    "quadrants: [one, two]\nrings: [adopt]\nentries: [{title: \(title), quadrant: one, ring: adopt, entity: shop}]\n"
  }

  /// The pages of widgets in `site.yaml`.
  private static let widgets = """
    announcements: news
    radars: [radar.yaml]
    scorecards:
      history: scores.ndjson
      cards:
        - name: ready
          checks: [{title: Has docs, docs: true}, {title: Has a guide, file: docs/**/*.md}]

    """

  /// What one of the sources is a clone of.
  private static let origin = "origin/remote"

  /// A page of the clone's server changes, and whoever builds has to fetch.
  private mutating func push() throws -> String {
    _ = try edit("\(Self.origin)/docs/index.md", to: "# Remote\n\nPushed \(counter).\n")
    return try commit(Self.origin)
  }

  private mutating func editTheme() throws -> String {
    let words = Bool.random(using: &random)
    return try words
      ? edit("theme/strings/en.yaml", to: "common.documentation: Handbooks \(counter)\n")
      : edit("theme/styles/own.css", to: ".own-\(counter) { color: red }\n")
  }

  /// Two pages before one build.
  private mutating func editTwoPages() throws -> String {
    try "\(editPage()) and \(editPage())"
  }

  /// As editors save: another file takes the place of the page.
  private mutating func replaceByRename() throws -> String {
    let path = pick(pages)
    let text = (files[path] ?? "") + "\nSaved anew, \(counter).\n"
    files[path] = text
    hear(path)
    try folder.write(text, to: "saved.tmp")
    rename("\(folder.path)/saved.tmp", "\(folder.path)/\(path)")
    return "replace \(path)"
  }

  private mutating func editPicture() throws -> String {
    try edit(
      "repos/shop/docs/img/plan.svg",
      to:
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h\(counter)v1z\"/></svg>\n"
    )
  }

  /// The same contents with another time.
  private mutating func touch() throws -> String {
    let path = pick(pages)
    return try edit(path, to: files[path] ?? "")
  }

  private mutating func commit(_ repository: String) throws -> String {
    try GitRepository(repository, in: folder)
      .commit("Change \(counter)", date: 1_700_000_000 + 90_000 * counter)
    heard = .anything
    return "commit \(repository)"
  }

  private mutating func edit(_ path: String, to text: String) throws -> String {
    files[path] = text
    hear(path)
    try folder.write(text, to: path)
    return "edit \(path)"
  }

  private mutating func remove(_ path: String) throws -> String {
    files[path] = nil
    hear(path)
    try folder.remove(path)
    return "remove \(path)"
  }

  private mutating func hear(_ paths: String...) {
    heard.add(.files(Set(paths.map { "\(folder.path)/\($0)" })))
  }

  private static func component(_ name: String) -> String {
    """

    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: \(name)
      annotations: {backstage.io/techdocs-ref: "dir:."}
    spec: {type: service, lifecycle: production, owner: sellers, dependsOn: ["component:shop"]}

    """
  }

  private static let furtherFiles = [
    "repos/shop/snippets/terms.md": "Terms.\n",
    "repos/tools/catalog-info.yaml": component("tools"),
    "repos/tools/docs/index.md": "# Tools\n\nSee the [shop](entity:component:shop).\n",
    "repos/tools/docs/usage.md": "# Usage\n\nA `tool` is used.\n\n## Details\n\nMore.\n",
    "repos/tools/docs/adr/0001-use-tools.md":
      "---\nstatus: accepted\ndate: 2026-01-02\n---\n# Use tools\n\nWe use tools.\n",
    "repos/tools/mkdocs.yml": "site_name: Tools\n",
    "repos/tools/.gitignore": "*.tmp\n",
    "\(origin)/catalog-info.yaml": component("remote"),
    "\(origin)/docs/index.md": "# Remote\n\nSee the [shop](entity:component:shop).\n",
    "theme/styles/own.css": "\n",
    "radar.yaml": radar("Kotlin"),
    "scores.ndjson": "",
    "news/2026-01-02-freeze.md":
      "---\ntitle: A freeze\nseverity: warning\n---\nAsk the [shop](entity:component:shop).\n",
    "news/2026-01-03-hello.md": "# Hello\n\nWelcome.\n",
  ]
}
