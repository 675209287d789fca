import CallboardHTML
import Testing

@Suite struct FrameTests {
  private func html(_ html: String) -> String {
    Sanitizing.html(html, policy: SanitizerPolicy(frameHosts: ["video.example"]))
  }

  private static let rights =
    #" sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-presentation""#
    + #" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe>"#

  @Test func showsFramesOfListedHostsInASandbox() {
    let written =
      #"<iframe width="560" src="https://video.example/1?a&amp;b" onload="x()" sandbox="""#
      + #" allow="camera">x</iframe>y"#
    let shown =
      #"<iframe src="https://video.example/1?a&amp;b" title="Content of video.example""#
      + #" width="560""#
    #expect(html(written) == shown + Self.rights + "y")
    let titled = html(#"<iframe src="https://video.example/" title="A &quot;film&quot;">"#)
    #expect(titled.contains(#"title="A &quot;film&quot;""#))
  }

  @Test func removesAllOtherFrames() {
    let sources = [
      "https://other.example/", "http://video.example/", "https://video.example:8443/",
      "https://video.example@evil.example/", "//video.example/", "a.html", "javascript:x()",
      "data:text/html,x", "https://video.example.evil.example/",
    ]
    for source in sources {
      #expect(html("a<iframe src=\"\(source)\">x</iframe>b") == "ab", "\(source)")
    }
    #expect(html("<iframe srcdoc='<p>x'></iframe>").isEmpty)
    #expect(Sanitizing.html(#"<iframe src="https://video.example/"></iframe>"#).isEmpty)
  }
}
