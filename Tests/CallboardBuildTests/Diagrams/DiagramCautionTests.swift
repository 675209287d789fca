import Testing

@testable import CallboardBuild

@Suite struct DiagramCautionTests {
  @Test(arguments: ["x: @../secret", "...@/etc/x", "a: {\n  ...@x\n}", "[@x]", "\u{A0}@x"])
  func refusesImportsOfD2(source: String) {
    #expect(DiagramCaution.d2.refusal(of: source, version: "") == "@")
  }

  @Test(arguments: ["a -> b", "x: team-a@example.com", "x: a_@b"])
  func takesOtherSourcesOfD2(source: String) {
    #expect(DiagramCaution.d2.refusal(of: source, version: "") == nil)
  }

  @Test(arguments: [
    "!include x", " ! \tInclude x", "!includesub x", "a <IMG:/x.png>", "%load_json(\"x\")",
    "%getenv(\"x\")",
  ])
  func refusesWordsThatReadFilesToPlantUML(source: String) {
    let version = "PlantUML version 1.2024.7 (Sat)"
    #expect(DiagramCaution.plantuml.refusal(of: source, version: version) != nil)
  }

  @Test(arguments: [
    "!$a = \"<im\" + \"g:/x.png>\"", "!define II <i", "sprite $s /x.png", "/' c '/ !$a = 1",
    "/' c '/ sprite $s /x.png",
  ])
  func refusesWhatCouldMakeSuchWordsWhereThereIsNoSandbox(source: String) {
    func refusal(_ version: String) -> String? {
      DiagramCaution.plantuml.refusal(of: source, version: version)
    }
    #expect(refusal("PlantUML version 1.2020.02 (Sun Mar 01)") != nil)
    #expect(refusal("") != nil)
    #expect(refusal("PlantUML version 1.2020.11 (Fri)") == nil)
    #expect(refusal("PlantUML version 1.2025.4 / abc") == nil)
  }

  @Test(arguments: ["A -> B : done!", "!pragma layout smetana", "sprite $s [2x2/16] {", "a/b"])
  func takesOtherSourcesOfPlantUML(source: String) {
    #expect(DiagramCaution.plantuml.refusal(of: source, version: "") == nil)
  }
}
