import Testing

@testable import CallboardPublish

@Suite struct PublishingGitTests {
  @Test func takesOverWhatSaysHowToReachAServer() {
    let list =
      "core.bare\nfalse\0http.https://github.com/.extraheader\nAUTHORIZATION: basic x\0core.sshCommand\nssh -i k\0"
      + "filter.x.smudge\nrm\0user.name\nA B\0core.hooksPath\nhooks\0"
    let settings = PublishingGit.settings(list)
    #expect(
      settings.map(\.0) == ["http.https://github.com/.extraheader", "core.sshCommand", "user.name"]
    )
    #expect(settings.first?.1 == "AUTHORIZATION: basic x")
  }

  @Test func commitsAsCallboardWhereNobodyIsSet() {
    let variables = PublishingGit.variables([("user.name", "A B")])
    #expect(variables["GIT_CONFIG_COUNT"] == "2")
    #expect(variables["GIT_CONFIG_VALUE_0"] == "A B")
    #expect(variables["GIT_CONFIG_KEY_1"] == "user.email")
  }
}
