import Testing

@testable import CallboardPreview

@Suite struct HostRuleTests {
  @Test(arguments: [
    "localhost", "localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "192.168.1.7", "[::1]:8000",
    "portal.localhost:8000", "laptop:8000",
  ])
  func answersToAddressesAndNamesOfThisMachine(host: String) {
    #expect(HostRule(names: ["laptop"]).allows(host))
  }

  @Test(arguments: [
    "evil.example", "127.0.0.1.evil.example:8000", "localhost.evil.example", "1.2.3.example",
    "256.0.0.1", "", "[evil.example]:8000",
  ])
  func refusesNamesThatAnyoneCanPointHere(host: String) {
    #expect(!HostRule().allows(host))
  }

  @Test func refusesARequestWithoutAHost() {
    #expect(!HostRule().allows(nil))
  }
}
