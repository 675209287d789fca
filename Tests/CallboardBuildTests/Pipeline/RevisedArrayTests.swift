import Testing

@testable import CallboardBuild

@Suite struct RevisedArrayTests {
  @Test func leavesTheOriginalAsItWasWhenAnElementOfACopyIsReplaced() {
    let original = RevisedArray(Array(0..<1000))
    var copy = original
    copy[7] = -7
    #expect(original[7] == 7)
    #expect(copy[7] == -7)
    #expect(copy.count == 1000)
    #expect(Array(copy.prefix(9)) == [0, 1, 2, 3, 4, 5, 6, -7, 8])
  }

  @Test func staysTheSameHoweverManyElementsAreReplaced() {
    var array = RevisedArray(Array(0..<1000))
    for index in array.indices { array[index] = -index }
    #expect(Array(array) == (0..<1000).map { -$0 })
  }
}
