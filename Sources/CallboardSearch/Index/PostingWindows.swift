import Synchronization

/// The windows out of which shards are written, each for several of them: every part of the index is asked once for all.
///
/// Shards are opened about in their order, by several threads: the windows that were read last are held.
final class PostingWindows: Sendable {
  /// A shard has some 10 kB of postings. A few of them cost little memory, and reading a part as little as reading it for one.
  private static let shardsOfWindow = 16
  private static let heldCount = 4

  private let table: PostingTable
  private let plan: ShardPlan
  private let keys: ShardKeys
  /// By number, the one that was read last at the end.
  private let held = Mutex<[(number: Int, window: PostingWindow)]>([])

  /// - Parameters:
  ///   - plan: Of the keys.
  ///   - keys: Of the table.
  init(_ table: PostingTable, _ plan: ShardPlan, _ keys: ShardKeys) {
    self.table = table
    self.plan = plan
    self.keys = keys
  }

  /// A window that has the terms of a shard.
  func window(of shard: Int) -> PostingWindow {
    let number = shard / Self.shardsOfWindow
    // Read under the lock: whoever else comes mostly wants the same one.
    return held.withLock { held in
      if let known = held.first(where: { $0.number == number }) { return known.window }
      let window = table.window(keys.words(in: positions(of: number)))
      if held.count == Self.heldCount { held.removeFirst() }
      held.append((number, window))
      return window
    }
  }

  /// Of the keys of a window's shards.
  private func positions(of number: Int) -> Range<Int> {
    let first = number * Self.shardsOfWindow
    let last = min(first + Self.shardsOfWindow, plan.starts.count) - 1
    return plan.range(first, of: keys.count)
      .lowerBound..<plan.range(last, of: keys.count).upperBound
  }
}
