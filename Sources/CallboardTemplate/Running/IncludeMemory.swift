import CallboardHTML
import Synchronization

/// Keeps what an included template wrote, for pages on which all that it reads is the same: the header of a site is
/// made once for each depth and section, and not for each page.
///
/// All renders of an environment share it. What it holds is bounded, and does not show in the output.
final class IncludeMemory: Sendable {
  let inputs: IncludeInputs
  private let state = Mutex(State())
  private let isGivenUp = Atomic(false)

  /// How many outputs are kept of one template: more than there are depths and sections on the pages of a site.
  static let capacity = 32
  /// How often a template may write something new before it counts as one that differs from page to page.
  static let patience = 128

  private struct State {
    /// Those in use come first.
    var kept: [(values: [TemplateValue?], output: [UInt8])] = []
    var hits = 0
    var misses = 0
  }

  init(_ inputs: IncludeInputs) {
    self.inputs = inputs
  }

  /// Whether it is worth looking here.
  var isUseful: Bool { !isGivenUp.load(ordering: .relaxed) }

  /// Appends what the template wrote for these values, in the order of ``IncludeInputs/paths`` and nil for what is
  /// missing; false when that is not known.
  func write(for values: [TemplateValue?], to output: inout [UInt8]) -> Bool {
    state.withLock { state in
      guard let place = state.kept.firstIndex(where: { Self.areSame($0.values, values) }) else {
        state.misses += 1
        if state.misses >= Self.patience, state.hits < state.misses { giveUp(&state) }
        return false
      }
      state.hits += 1
      output += state.kept[place].output
      if place > 0 { state.kept.swapAt(place, place - 1) }
      return true
    }
  }

  func keep(_ output: ArraySlice<UInt8>, for values: [TemplateValue?]) {
    let output = Array(output)
    state.withLock { state in
      if state.kept.count == Self.capacity { state.kept.removeLast() }
      state.kept.append((values, output))
    }
  }

  private func giveUp(_ state: inout State) {
    state.kept = []
    isGivenUp.store(true, ordering: .relaxed)
  }

  private static func areSame(_ first: [TemplateValue?], _ second: [TemplateValue?]) -> Bool {
    for place in first.indices {
      switch (first[place], second[place]) {
      case (nil, nil): continue
      case (let one?, let other?) where one.isSame(as: other): continue
      default: return false
      }
    }
    return true
  }
}

extension TemplateValue {
  /// Whether no template can tell the two apart. Lists and objects are told apart by where they are stored, so that this
  /// costs no more for large ones; equal ones that were made twice count as different.
  fileprivate func isSame(as other: TemplateValue) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined), (.null, .null): true
    case (.bool(let first), .bool(let second)): first == second
    case (.number(let first), .number(let second)): first.bitPattern == second.bitPattern
    case (.string(let first), .string(let second)): Self.haveSameBytes(first, second)
    case (.html(let first), .html(let second)): Self.areStoredTogether(first.bytes, second.bytes)
    case (.array(let first), .array(let second)): Self.areStoredTogether(first, second)
    case (.object(let first), .object(let second)): first.isSame(as: second)
    default: false
    }
  }

  /// Stricter than `==`, which takes a letter with an accent for the letter and the accent.
  private static func haveSameBytes(_ first: String, _ second: String) -> Bool {
    guard first.utf8.count == second.utf8.count else { return false }
    let areSame = first.utf8.withContiguousStorageIfAvailable { first in
      second.utf8.withContiguousStorageIfAvailable { second in first.elementsEqual(second) }
    }
    return (areSame ?? nil) ?? first.utf8.elementsEqual(second.utf8)
  }

  private static func areStoredTogether<Element>(_ first: [Element], _ second: [Element]) -> Bool {
    guard first.count == second.count else { return false }
    return first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in first.baseAddress == second.baseAddress }
    }
  }
}
