import Synchronization

/// The Markdown of pages between being rendered and being composed, as far as there is room for it.
///
/// A page's own address ends in its Markdown as well; what is still here need not be read twice.
final class KeptSources: Sendable {
  private struct State {
    var left: Int
    var sources: [ContentHash: [UInt8]] = [:]
  }

  private let state: Mutex<State>

  init(byteLimit: Int) {
    state = Mutex(State(left: byteLimit))
  }

  /// Keeps a page with all that it includes, unless there is no room for it.
  ///
  /// - Parameter key: Of the page in the cache of rendered pages.
  func keep(_ source: [UInt8], for key: ContentHash) {
    state.withLock { state in
      guard source.count <= state.left else { return }
      if state.sources.updateValue(source, forKey: key) == nil { state.left -= source.count }
    }
  }

  /// What was kept for a page, which is given away; nil for nothing.
  func take(_ key: ContentHash) -> [UInt8]? {
    state.withLock { state in
      let source = state.sources.removeValue(forKey: key)
      state.left += source?.count ?? 0
      return source
    }
  }

  /// Lets go of what nobody took.
  func removeAll() {
    state.withLock { state in
      for source in state.sources.values { state.left += source.count }
      state.sources = [:]
    }
  }
}
