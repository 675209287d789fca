import Glibc

/// The reader's web browser.
enum Browser {
  /// Asks the desktop to show an address. Without a desktop nothing happens: the address was printed, too.
  static func open(_ address: String) {
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    _ = posix_spawnp(&process, "xdg-open", nil, nil, &arguments, environ)
  }
}
