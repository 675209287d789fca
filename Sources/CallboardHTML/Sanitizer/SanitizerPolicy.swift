/// What the operator allows beyond the fixed allow-lists of elements and attributes.
package struct SanitizerPolicy: Hashable, Sendable {
  /// Whether raw HTML and addresses go through as written, unread. No setting of a site leads here: it
  /// is for text that the program's own developers wrote, such as the examples of a specification.
  package var trustsAuthors: Bool

  /// Hosts, in lower case, from which images may load over https; one with a port is another host.
  /// Images from hosts that are not listed become links.
  package var imageHosts: Set<String>

  /// Hosts, in lower case, whose pages a frame may show over https; one with a port is another host.
  /// Frames of hosts that are not listed are removed.
  package var frameHosts: Set<String>

  /// Schemes, in lower case, that hyperlinks may use beside http, https, mailto and tel. A scheme
  /// that runs script or opens a document of its own in the page is refused whatever stands here.
  package var extraSchemes: Set<String>

  /// Schemes, in lower case, of addresses that the caller resolves when it fills the slots, such as
  /// references to things that have no address yet. None of them reaches a page as it stands.
  package var slotSchemes: Set<String>

  /// The greatest number of elements of an author that may be open at once; the tags of deeper ones
  /// are dropped. Browsers give up at 512.
  package var depthLimit: Int

  /// The greatest length of a `data:` image, in bytes of its URL.
  package var dataImageLimit: Int

  package init(
    trustsAuthors: Bool = false,
    imageHosts: Set<String> = [],
    frameHosts: Set<String> = [],
    extraSchemes: Set<String> = [],
    slotSchemes: Set<String> = [],
    depthLimit: Int = 64,
    dataImageLimit: Int = 64 * 1024
  ) {
    self.trustsAuthors = trustsAuthors
    self.imageHosts = imageHosts
    self.frameHosts = frameHosts
    self.extraSchemes = extraSchemes
    self.slotSchemes = slotSchemes
    self.depthLimit = depthLimit
    self.dataImageLimit = dataImageLimit
  }
}
