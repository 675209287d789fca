import CallboardBytes
import Testing

@Suite struct ByteLanesTests {
  /// Where each of the eight bytes is marked, by asking byte by byte.
  private func places(_ marks: ByteLanes.Marks) -> [Int] {
    (0..<8).filter { marks.bits >> UInt64(8 * $0) & 0xFF != 0 }
  }

  private func lanes(_ bytes: [UInt8]) -> ByteLanes {
    bytes.withUnsafeBytes { ByteLanes($0, at: 0) }
  }

  @Test("Every byte is told from every other, whatever stands beside it")
  func equal() {
    for wanted in UInt8.min...UInt8.max {
      for other in UInt8.min...UInt8.max where other != wanted {
        let marks = lanes([other, wanted, other, wanted, wanted, other, other, wanted])
          .equal(to: wanted)
        #expect(places(marks) == [1, 3, 4, 7], "\(wanted) among \(other)")
        if places(marks) != [1, 3, 4, 7] { return }
      }
    }
  }

  @Test("Bits that are ignored make two values one")
  func ignoring() {
    let marks = lanes(Array("<>=?<|>\0".utf8)).equal(to: UInt8(ascii: "<"), ignoring: 2)
    #expect(places(marks) == [0, 1, 4, 6])
  }

  @Test("A range has both of its ends and nothing beyond ASCII")
  func within() {
    for byte in UInt8.min...UInt8.max {
      for range: ClosedRange<UInt8> in [0...0x1F, 0x30...0x39, 0x61...0x7A, 0...0x7F] {
        let marks = lanes([0xFF, byte, 0x00, byte, 0x80, byte, 0x7F, byte]).within(range)
        let found = places(marks).filter { $0 % 2 == 1 }
        #expect(found == (range.contains(byte) ? [1, 3, 5, 7] : []), "\(byte) in \(range)")
        if found.isEmpty == range.contains(byte) { return }
      }
    }
  }

  @Test("What is beyond ASCII, what is marked twice and what is not marked")
  func combination() {
    let mixed = lanes([0x41, 0x80, 0x7F, 0xFF, 0x41, 0x00, 0xC3, 0x42])
    #expect(places(mixed.beyondASCII) == [1, 3, 6])
    let either = mixed.beyondASCII | mixed.equal(to: 0x41)
    #expect(places(either) == [0, 1, 3, 4, 6])
    #expect(places(~either) == [2, 5, 7])
    #expect(either.first == 0)
    #expect(mixed.equal(to: 0x42).first == 7)
    #expect(mixed.equal(to: 0x43).isEmpty)
  }

  @Test("A search finds the first byte from its start, in texts of every length")
  func search() {
    for length in 0...40 {
      for place in 0...length {
        var text = Array(repeating: UInt8(ascii: "a"), count: length)
        if place < length { text[place] = UInt8(ascii: "!") }
        for start in 0...length {
          let found = text.withUnsafeBufferPointer { text in
            text.firstIndex(from: start) { $0.equal(to: UInt8(ascii: "!")) }
          }
          let expected = start <= place ? place : length
          #expect(found == expected, "\(place) of \(length) from \(start)")
          if found != expected { return }
        }
      }
    }
  }

  @Test("A search does not find what it marks behind the end")
  func searchBehindTheEnd() {
    for length in 0...20 {
      let text = Array(repeating: UInt8(ascii: "a"), count: length)
      let found = text.withUnsafeBufferPointer { text in
        text.firstIndex(from: 0) { ~$0.equal(to: UInt8(ascii: "a")) }
      }
      #expect(found == length)
    }
  }
}
