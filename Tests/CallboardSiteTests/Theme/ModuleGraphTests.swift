import Testing

@testable import CallboardSite

/// What a page asks for before its scripts name it.
@Suite struct ModuleGraphTests {
  private func graph(_ files: [String: String]) -> ModuleGraph {
    ModuleGraph(files: files.mapValues { Array($0.utf8) })
  }

  @Test func followsImportsThroughAllFilesOnce() {
    let graph = graph([
      "scripts/main.js": "import { a } from \"./a.js\";\nimport \"./parts/b.js\";\n",
      "scripts/a.js": "import { c } from \"./c.js\";\n",
      "scripts/parts/b.js": "import {\n  c,\n} from \"../c.js\";\nimport { a } from \"../a.js\";\n",
      "scripts/c.js": "export const c = 1;\n",
    ])
    #expect(
      graph.imports(of: ["scripts/main.js"])
        == ["scripts/a.js", "scripts/parts/b.js", "scripts/c.js"]
    )
  }

  @Test func leavesOutWhatIsAskedForLaterAndWhatIsNotThere() {
    let graph = graph([
      "scripts/main.js": """
      import { gone } from "./gone.js";
      const later = () => import("./later.js");
      // import { a } from "./later.js";
      """,
      "scripts/later.js": "",
    ])
    #expect(graph.imports(of: ["scripts/main.js"]).isEmpty)
  }

  @Test(
    arguments: [
      "import a, { b } from \"./x.js\";", "import\n\"./x.js\";",
      "const b = 1;\nimport {\n  a,\n}\nfrom\n\"./x.js\";",
    ]
  )
  func knowsAStatementInWhateverFormItStands(source: String) {
    let files = ["scripts/a.js": source, "scripts/x.js": ""]
    #expect(graph(files).imports(of: ["scripts/a.js"]) == ["scripts/x.js"])
  }

  @Test(
    arguments: [
      "import { a } of \"./x.js\";", "import(\"./x.js\");", "import a from \"x.js\";",
      "import x; say(\"./x.js\");", "import a from \"./x.js", "importing \"./x.js\";",
    ]
  )
  func takesNothingElseForOne(source: String) {
    let files = ["scripts/a.js": source, "scripts/x.js": "", "x.js": ""]
    #expect(graph(files).imports(of: ["scripts/a.js"]).isEmpty)
  }

  @Test func endsInACircle() {
    let graph = graph([
      "scripts/a.js": "import \"./b.js\";", "scripts/b.js": "import \"./a.js\";",
    ])
    #expect(graph.imports(of: ["scripts/a.js"]) == ["scripts/b.js"])
  }
}
