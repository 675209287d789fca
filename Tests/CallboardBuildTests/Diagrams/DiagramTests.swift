import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

@Suite struct DiagramTests {
  private func findings(_ report: BuildReport) -> [Diagnostic] {
    report.diagnostics.filter { $0.id.rawValue.hasPrefix("diagram-") }
  }

  @Test func publishesADrawingForEachColourScheme() throws {
    let site = try DiagramSite(pages: [
      "index.md": "# Home\n\n```mermaid title=\"The <plan>\"\na --> b\n```\n\n[Next](next.md)\n",
      "next.md": "# Next\n",
    ])
    let report = try site.build()
    #expect(findings(report).isEmpty)
    #expect(site.runs() == ["dark", "light"])

    let drawings = try site.drawings()
    #expect(drawings.count == 2)
    for theme in ["light", "dark"] {
      let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"21\""
        + " viewBox=\"0 0 40 21\"><text>\(theme)</text></svg>\n"
      let name = try #require(drawings.first { $0.value == svg }?.key)
      let address = "../../../../assets/diagrams/\(name)"
      #expect(
        try site.page().contains(
          "<a class=\"diagram-picture diagram-\(theme)\" href=\"\(address)\"><img src=\"\(address)\""
            + " width=\"40\" height=\"21\" alt=\"Mermaid diagram: The &lt;plan&gt;\""
        )
      )
    }
    let page = try site.page()
    #expect(page.contains("<figcaption>The &lt;plan&gt;</figcaption>"))
    #expect(page.contains("<details class=\"diagram-source\"><summary>"))
    #expect(page.contains("a --&gt; b\n</code></pre></div>"))
    let next = "href=\"../../../../docs/default/component/shop/next/\"><bdi>Next</bdi></a>"
    #expect(page.contains(next))
  }

  private static let mmdr = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":")
    .map { "\($0)/mmdr" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: DiagramTests.mmdr != nil, "mmdr is not installed"))
  func drawsWithTheReadyMadeSettingsForMmdr() throws {
    let program = try #require(Self.mmdr)
    let site = try DiagramSite(
      pages: ["index.md": DiagramSite.fence("flowchart LR\n  A[Descriptor] --> B[Entity]")],
      settings: "{renderer: mmdr, program: '\(program)', timeout: 60}"
    )
    #expect(findings(try site.build()).isEmpty)
    let drawings = try site.drawings()
    #expect(drawings.count == 1)
    let drawing = try #require(drawings.values.first)
    #expect(drawing.contains("Descriptor") && drawing.contains("Entity"))
  }

  @Test func drawsEachSourceOnceAndKeepsIt() throws {
    let site = try DiagramSite(pages: [
      "index.md": DiagramSite.fence("one") + DiagramSite.fence("two"),
      "other.md": DiagramSite.fence("one"),
    ])
    _ = try site.build()
    #expect(site.runs() == ["dark", "dark", "light", "light"])
    let first = try site.folder.contents(of: "dist")

    _ = try site.build()
    #expect(site.runs().count == 4, "drawings are kept between builds")
    #expect(try site.folder.contents(of: "dist") == first)

    try site.folder.write(DiagramSite.fence("three"), to: "repo/docs/other.md")
    _ = try site.build()
    #expect(site.runs().count == 6)
    #expect(try site.drawings().count == 6)

    _ = try site.build(cache: "another")
    #expect(site.runs().count == 12)
  }

  @Test(arguments: [
    ("fail", "trouble in line 7"), ("slow", "it took more than 5 s"),
    ("garbage", "its drawing cannot be shown: it has no SVG"),
    ("labels", "its drawing cannot be shown: it has text as HTML (foreignObject)"),
    ("memory", "MemoryError"), ("endless", "its drawing has more than 4 MiB"),
  ])
  func showsTheSourceWhereDrawingFails(word: String, reason: String) throws {
    let site = try DiagramSite(
      pages: ["index.md": "# Home\n\n" + DiagramSite.fence(word) + DiagramSite.fence("good")],
      settings: DiagramSite.settings(timeout: word == "slow" ? 5 : 60)
    )
    let report = try site.build()
    let found = findings(report)
    #expect(found.map(\.id.rawValue) == ["diagram-failed"])
    #expect(found.first?.severity == .error)
    #expect(found.first?.span?.range.lowerBound == .init(line: 3, column: 1))
    #expect(found.first?.summary.contains(reason) == true, "\(found)")
    let page = try site.page()
    #expect(page.contains("<div class=\"diagram\">\n<div class=\"code\""))
    #expect(page.contains("alt=\"Mermaid diagram, its source follows\""), "the other is drawn")
  }

  @Test func warnsOnceWithoutARenderer() throws {
    let site = try DiagramSite(
      pages: [
        "index.md": DiagramSite.fence("one"), "other.md": DiagramSite.fence("two"),
      ],
      settings: nil
    )
    let found = findings(try site.build())
    #expect(found.map(\.id.rawValue) == ["diagram-renderer-missing"])
    #expect(found.first?.severity == .warning)
    #expect(
      found.first?.summary == "2 Mermaid diagrams are shown as source: no renderer is set for it"
    )
    #expect(try site.page().contains("<div class=\"diagram\">\n<div class=\"code\""))
    #expect(try site.drawings().isEmpty)
  }

  @Test func warnsOnceWhenTheRendererIsNotInstalled() throws {
    let site = try DiagramSite(
      pages: ["index.md": DiagramSite.fence("one") + DiagramSite.fence("two")],
      settings: "{renderer: merman, program: ./tools/absent}"
    )
    let found = findings(try site.build())
    #expect(found.map(\.id.rawValue) == ["diagram-renderer-missing"])
    #expect(found.first?.summary.hasSuffix("'./tools/absent' is not installed") == true)
  }

  @Test func givesTheRendererAnEnvironmentAndFolderOfItsOwn() throws {
    let site = try DiagramSite(pages: ["index.md": DiagramSite.fence("one")])
    _ = try site.build()
    let folder = try site.folder.text(of: "folder").split(separator: "\n")[0]
    let lines = try site.folder.text(of: "environment").split(separator: "\n")
    let names = Set(lines.compactMap { $0.split(separator: "=").first.map(String.init) })
    #expect(
      names.subtracting(["PWD", "OLDPWD", "SHLVL", "_"])
        == ["PATH", "HOME", "TMPDIR", "LANG", "TZ"]
    )
    #expect(lines.contains("HOME=\(folder)"))
    #expect(!site.folder.path.hasPrefix(folder))
    #expect(!site.folder.exists(String(folder.dropFirst())), "the folder is removed")
  }

  @Test func handsOverFilesWhereTheCommandNamesThem() throws {
    let site = try DiagramSite(
      pages: ["index.md": DiagramSite.fence("one")],
      settings: "{command: [./draw.sh, plain, '{input}', '{output}']}"
    )
    #expect(findings(try site.build()).isEmpty)
    #expect(site.runs() == ["plain"], "without a theme there is one drawing")
    #expect(try site.page().contains("diagram-picture diagram-both"))
    #expect(try site.drawings().values.map { $0.contains("<text>plain</text>") } == [true])
  }

  @Test(arguments: [
    "dia", "{renderer: dia}", "{}", "{command: []}", "{renderer: merman, command: [x]}",
    "{command: [x], program: y}", "{renderer: mmdr, timeout: 0}", "{renderer: mmdr, memory: 1}",
    "{command: [x], themes: [a]}",
  ])
  func refusesSettingsThatMeanNothing(settings: String) throws {
    let site = try DiagramSite(pages: [:], settings: settings)
    do {
      _ = try site.build()
      Issue.record("the build went on")
    } catch let failure as BuildFailure {
      #expect(failure.diagnostics.map(\.id.rawValue) == ["diagram-settings-invalid"])
    }
  }
}
