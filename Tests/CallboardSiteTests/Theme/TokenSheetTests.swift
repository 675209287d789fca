import CallboardDiagnostics
import Testing

@testable import CallboardSite

/// Design tokens as style sheets declare them, and what must be told from what.
@Suite struct TokenSheetTests {
  private func sheet(_ css: String) -> TokenSheet {
    var sheet = TokenSheet()
    sheet.add(css: Array(css.utf8))
    return sheet
  }

  @Test func readsTokensInTheirSchemes() {
    let sheet = sheet(
      """
      /* --cb-bg: red; { */
      @layer tokens {
        :root {
          --cb-bg: light-dark(#fff, #000);
          --cb-kind: var(--cb-bg);
          --cb-font: "A; B {", serif;
          --other: 1px
        }
        :root[data-theme="dark"] { --cb-bg: #123456 }
        @media (prefers-contrast: more) { :root { --cb-bg: light-dark(#eee, #111); } }
      }
      p { --cb-bg: #abcdef; }
      """
    )
    #expect(sheet.names == ["bg", "font", "kind"])
    #expect(sheet.colour("bg", in: .light)?.hex == "#ffffff")
    #expect(sheet.colour("kind", in: .dark)?.hex == "#000000")
    #expect(sheet.colour("kind", in: .contrastLight)?.hex == "#eeeeee")
    #expect(sheet.value(of: "font", in: .light) == "\"A; B {\", serif")
    #expect(sheet.colour("font", in: .light) == nil)
  }

  @Test func endsACircleOfTokens() {
    let sheet = sheet(":root { --cb-a: var(--cb-b); --cb-b: var(--cb-a); }")
    #expect(sheet.colour("a", in: .light) == nil)
  }

  @Test func readsColoursOfThePerceptualSpace() {
    let sheet = sheet(
      ":root { --cb-a: oklch(62.8% 0.2577 29.23); --cb-b: color-mix(in srgb, red, blue); }"
    )
    #expect(sheet.colour("a", in: .light)?.hex == "#ff0000")
    #expect(sheet.colour("b", in: .light) == nil)
  }

  @Test(arguments: ["--cb-a: 1", ":root { --cb-a: \"", "/* ", ":root {{{ ( --cb-a: 1; }", "}}};;"])
  func endsOnBrokenSheets(css: String) {
    #expect(sheet(css).names.isEmpty)
  }

  @Test func hasNoPairOfTheThemeThatIsTooClose() throws {
    let manifest = try ThemeManifest(files: Theme.packedFiles)
    var sheet = TokenSheet()
    sheet.add(css: try #require(Theme.packedFiles[manifest.tokens]))
    #expect(manifest.contrast.count > 5)
    for rule in manifest.contrast {
      for name in rule.colours + rule.grounds {
        for scheme in ColourScheme.allCases {
          #expect(sheet.colour(name, in: scheme) != nil, "\(name) cannot be measured")
        }
      }
      #expect(rule.failures(in: sheet) == [])
    }
  }

  @Test func judgesWhatAnOperatorSets() throws {
    let place = SourceSpan(file: SourcePath(repository: "", path: "site.yaml"), line: 3)
    var settings = ThemeSettings()
    settings.tokens = [
      .init(name: "text-muted", light: "#bbbbbb", dark: "#999999", span: place),
      .init(name: "page-size", light: "90rem", dark: "90rem", span: place),
      .init(name: "text-mutde", light: "#000", dark: "#fff", span: place),
    ]
    let site = try SiteTheme(settings)
    #expect(
      site.diagnostics.map(\.id.rawValue).sorted() == ["theme-contrast-low", "theme-token-unknown"]
    )
    let contrast = try #require(site.diagnostics.first { $0.id == .themeContrastLow })
    #expect(contrast.severity == .warning)
    #expect(contrast.summary.contains("1.6"), "\(contrast.summary)")
    let css = String(decoding: site.files[SiteStyle.path] ?? [], as: UTF8.self)
    #expect(css.contains("--cb-text-muted: light-dark(#bbbbbb, #999999);"))
    #expect(css.contains("--cb-page-size: 90rem;"))
    #expect(!css.contains("mutde"))
  }

  @Test func saysThatAColourWasCorrected() throws {
    let place = SourceSpan(file: SourcePath(repository: "", path: "site.yaml"), line: 3)
    var settings = ThemeSettings()
    settings.colour = .init(try #require(SRGBColour(hex: "#fff3b0")), at: place)
    let found = try SiteTheme(settings).diagnostics
    #expect(found.map(\.id.rawValue) == ["theme-colour-adjusted"])
    #expect(found.first?.severity == .note)
    settings.colour = .init(try #require(SRGBColour(hex: "#0b3d91")), at: place)
    #expect(try SiteTheme(settings).diagnostics.isEmpty)
  }

  @Test func changesNothingWithoutSettings() throws {
    let plain = try SiteTheme(ThemeSettings())
    #expect(plain.files == Theme.packedFiles)
  }
}
