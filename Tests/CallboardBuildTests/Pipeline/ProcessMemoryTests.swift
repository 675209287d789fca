import Testing

@testable import CallboardBuild

@Suite struct ProcessMemoryTests {
  private static let own = ProcessMemory(
    resident: 500,
    shared: 20,
    commandLine: Array("callboard\0build\0".utf8)
  )

  @Test func countsWhatProcessesShareOnce() {
    let workers = [30, 40].map {
      ProcessMemory(
        resident: $0,
        shared: 18,
        commandLine: Array("callboard\0render-worker\0".utf8)
      )
    }
    #expect(Self.own.total(with: workers) == 534)
  }

  @Test func leavesOutAChildThatHasNotBegunItsOwnProgram() {
    #expect(Self.own.total(with: [Self.own]) == 500)
  }
}
