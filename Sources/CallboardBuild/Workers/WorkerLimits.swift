/// What a worker may use for one request before it is killed.
package struct WorkerLimits: Hashable, Sendable {
  /// From the moment when the worker turns to a request until its answer is complete.
  package var wallSeconds: Double

  package var maxResponseBytes: Int

  package init(wallSeconds: Double, maxResponseBytes: Int) {
    self.wallSeconds = wallSeconds
    self.maxResponseBytes = maxResponseBytes
  }
}
