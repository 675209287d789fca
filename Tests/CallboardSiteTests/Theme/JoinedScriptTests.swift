import Testing

@testable import CallboardSite

/// The one module that pages start with.
@Suite struct JoinedScriptTests {
  private func joined(
    _ files: [String: String],
    entry: String = "scripts/main.js"
  ) -> JoinedScript? {
    JoinedScript([entry], files: files.mapValues { Array($0.utf8) })
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  @Test func putsModulesBehindWhatTheyImport() {
    let script = joined([
      "scripts/main.js": """
      import words, { text as say } from "./strings.js";
      export function start() { say(words); }
      const later = () => import("./parts/later.js");
      """,
      "scripts/strings.js": "export const text = 1;\nexport default {};\n",
    ])
    #expect(
      script.map { text($0.bytes) } == """
        const $strings = (() => {
        const text = 1;
        const $default = {};

        return { text, default: $default };
        })();
        const $main = (() => {
        const { default: words, text: say } = $strings;
        function start() { say(words); }
        const later = () => import("./parts/later.js");
        return { start };
        })();
        export { $strings, $main };

        """
    )
  }

  @Test func leadsFromItsOwnPlaceToWhatIsLoadedLater() {
    let script = joined(
      ["scripts/search/index.js": "import(\"./start.js\");\nimport(\"../dom.js\");\n"],
      entry: "scripts/search/index.js"
    )
    let code = script.map { text($0.bytes) } ?? ""
    #expect(code.contains("import(\"./search/start.js\");\nimport(\"./dom.js\");"))
  }

  @Test func givesOthersWhatItHolds() {
    let script = joined([
      "scripts/main.js": "import { element } from \"./dom.js\";\n",
      "scripts/dom.js": "export function element() {}\nexport default 1;\n",
    ])
    func beside(_ path: String, _ source: String) -> String {
      text(script?.beside(path, Array(source.utf8)) ?? [])
    }
    #expect(
      beside("scripts/dom.js", "")
        == """
        import { $dom } from "./joined.js";
        export const { element } = $dom;
        export default $dom.default;

        """
    )
    #expect(beside("scripts/main.js", "") == "import \"./joined.js\";\n")
    #expect(
      beside("scripts/keys/dialog.js", "import {\n  element,\n} from \"../dom.js\";\nelement();\n")
        == "import { $dom } from \"../joined.js\"; const { element } = $dom;\nelement();\n"
    )
    #expect(beside("scripts/other.js", "const other = 1;\n") == "const other = 1;\n")
  }

  @Test(
    arguments: [
      "import * as all from \"./dom.js\";\n",
      "import { gone } from \"./gone.js\";\n",
      "import { main } from \"./main.js\";\n",
      "export let state = 1;\n",
      "export { state };\n",
      "import(path);\n",
      "import data from \"https://elsewhere.example/x.js\";\n",
    ]
  )
  func leavesFormsAloneThatItDoesNotKnow(source: String) {
    #expect(joined(["scripts/main.js": source, "scripts/dom.js": "export const a = 1;\n"]) == nil)
  }

  @Test func leavesAModuleAloneThatNeedsItsOwnAddress() {
    let source = "const here = new URL(\"x\", import.meta.url);\n"
    #expect(joined(["scripts/main.js": source]) != nil)
    #expect(joined(["scripts/a/b.js": source], entry: "scripts/a/b.js") == nil)
  }

  @Test func joinsTheScriptsOfTheThemeAndNothingThatWorkersRun() throws {
    let manifest = try ThemeManifest(files: Theme.packedFiles)
    var files = Theme.packedFiles
    let strings = UIStrings(language: "en", files: files, base: files)
    for module in ScriptStrings.files(strings, modules: manifest.scriptStrings) {
      files[module.path] = module.bytes
    }
    let script = try #require(JoinedScript(manifest.scripts, files: files))
    #expect(script.paths.contains("scripts/dom.js"))
    let workers = ["scripts/search/worker.js", "scripts/graph/worker.js"]
    let imported = ModuleGraph(files: files).imports(of: workers)
    #expect(Set(script.paths).isDisjoint(with: imported + workers))
  }
}
