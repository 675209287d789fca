import Testing

@testable import CallboardSite

@Suite struct NumberTableTests {
  @Test func findsEachOfManyNumbersByWhatItStandsFor() {
    let names = (0..<3_000).map { "name-\($0)" }
    var table = NumberTable()
    for (number, name) in names.enumerated() {
      table.set(number, hash: name.hashValue) {
        names[$0] == name
      } hashOf: {
        names[$0].hashValue
      }
    }
    for (number, name) in names.enumerated() {
      #expect(table.number(hash: name.hashValue) { names[$0] == name } == number)
    }
    #expect(table.number(hash: "other".hashValue) { names[$0] == "other" } == nil)
  }

  @Test func replacesTheNumberThatStoodForTheSame() {
    let names = ["a", "b", "a"]
    var table = NumberTable()
    for (number, name) in names.enumerated() {
      table.set(number, hash: name.hashValue) {
        names[$0] == name
      } hashOf: {
        names[$0].hashValue
      }
    }
    #expect(table.number(hash: "a".hashValue) { names[$0] == "a" } == 2)
    #expect(table.number(hash: "b".hashValue) { names[$0] == "b" } == 1)
  }

  @Test func tellsThingsOfOneHashApart() {
    let names = ["a", "b"]
    var table = NumberTable()
    for (number, name) in names.enumerated() {
      table.set(number, hash: 7) {
        names[$0] == name
      } hashOf: { _ in
        7
      }
    }
    #expect(table.number(hash: 7) { names[$0] == "b" } == 1)
    #expect(table.number(hash: 7) { names[$0] == "c" } == nil)
  }
}
