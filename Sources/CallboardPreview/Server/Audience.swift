import CallboardJSON
import NIOCore
import NIOHTTP1
import Synchronization

/// The newest state of the site with the pages that wait to hear of the next one.
///
/// Asked by the server's threads and changed by the builder's.
final class Audience: Sendable {
  /// A page that waits.
  private struct Listener: Sendable {
    var channel: any Channel
    /// Its file; nil when it is not of the site.
    var path: String?
  }

  private struct State: Sendable {
    var content = PreviewContent()
    var listeners: [ObjectIdentifier: Listener] = [:]
  }

  private let state = Mutex(State())
  private let portal: PreviewPortal?

  init(portal: PreviewPortal?) {
    self.portal = portal
  }

  func response(to target: RequestTarget) -> Response {
    if target.path.hasPrefix(PreviewPage.folder) { return ownFile(target) }
    let content = state.withLock { $0.content }
    return content.response(to: target, portal: portal)
  }

  /// What ``Response/searchFile(_:)`` stands for. Not to be called where others wait.
  func response(withSearchFile file: String) -> Response {
    state.withLock { $0.content }.response(withSearchFile: file)
  }

  /// What is the server's own, below ``PreviewPage/folder``.
  private func ownFile(_ target: RequestTarget) -> Response {
    let name = target.path.dropFirst(PreviewPage.folder.count)
    if name == "events" {
      let page = state.withLock { $0.content.page(at: target.query["page"] ?? "") }
      return .events(path: page, build: target.query["build"])
    }
    guard
      let file = PackedResources.files.first(where: { $0.path.description.hasSuffix("/\(name)") })
    else { return .refused(status: 404, reason: "The preview has no such file.") }
    return .file(
      status: 200,
      type: MediaType.of(String(name)),
      bytes: Array(file.text.description.utf8)
    )
  }

  /// A page begins to wait.
  ///
  /// - Parameter build: The build it was loaded from; when that is not the newest, it is told to load itself again.
  func join(_ channel: any Channel, path: String?, build: String?) {
    let content = state.withLock { state in
      state.listeners[ObjectIdentifier(channel)] = Listener(channel: channel, path: path)
      return state.content
    }
    var events = [PageEvent.findings(content.findings)]
    if let build, build != String(content.build) { events.append(.reload) }
    Self.send(events, to: channel)
  }

  /// A page waits no more.
  func leave(_ channel: any Channel) {
    state.withLock { state in _ = state.listeners.removeValue(forKey: ObjectIdentifier(channel)) }
  }

  func show(_ content: PreviewContent) {
    let (old, listeners) = state.withLock { state in
      let old = state.content
      state.content = content
      return (old, Array(state.listeners.values))
    }
    var changes: [String?: PageChange] = [:]
    var found: [String]?
    // Of a large site they are looked for once, and only when a page may show one of them.
    let embedded = {
      let files =
        found ?? PageChange.changedEmbeddedFiles(from: old.files, to: content.files)
      found = files
      return files
    }
    for listener in listeners {
      let change =
        old.build == content.build
        ? .none
        : changes[listener.path]
          ?? PageChange(
            of: listener.path,
            from: old.files,
            to: content.files,
            embedded: embedded
          )
      changes[listener.path] = change
      var events = [PageEvent.findings(content.findings)]
      switch change {
      case .none: break
      case .styles(let addresses): events.append(.styles(addresses))
      case .reload: events.append(.reload)
      }
      Self.send(events, to: listener.channel)
    }
  }

  private static func send(_ events: [PageEvent], to channel: any Channel) {
    let bytes = events.flatMap(\.bytes)
    channel.writeAndFlush(
      HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))),
      promise: nil
    )
  }
}

/// What a page is told, as an event of a stream (HTML Standard, section 9.2).
enum PageEvent: Equatable, Sendable {
  /// All findings of the newest build.
  case findings([PreviewFinding])
  /// Load yourself again.
  case reload
  /// Take other style sheets: old addresses with their new ones.
  case styles([String: String])

  var bytes: [UInt8] {
    switch self {
    case .findings(let findings): Self.event("findings", PreviewFinding.json(findings))
    case .reload: Self.event("reload", Array("{}".utf8))
    case .styles(let addresses): Self.event("styles", Self.json(addresses))
    }
  }

  /// JSON has no line feeds, so that all of it stands on one line.
  private static func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
    Array("event: \(name)\ndata: ".utf8) + data + Array("\n\n".utf8)
  }

  private static func json(_ addresses: [String: String]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for (old, new) in addresses.sorted(by: { $0.key < $1.key }) { writer.member(old, new) }
    }
    return writer.bytes
  }
}
