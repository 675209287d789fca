import CallboardHTML
import Testing

@Suite struct VideoTests {
  @Test func showsFilesOfTheRepositoryAsPlayersThatTheReaderStarts() {
    #expect(
      Sanitizing.html(#"<video src="a.mp4" autoplay muted width="640" onplay="x()">old</video>b"#)
        == #"<video src="a.mp4" muted width="640" controls preload="metadata"></video>b"#
    )
  }

  @Test func takesTheFirstSourceInside() {
    let written = """
      <video controls>
        <source src="a.mp4" type="video/mp4"><source src="b.webm">
        No <b>video</b>.
      </video>c
      """
    #expect(
      Sanitizing.html(written) == #"<video src="a.mp4" controls preload="metadata"></video>c"#
    )
  }

  @Test func linksToFilesOfOtherHostsUnlessTheyAreListed() {
    #expect(
      Sanitizing.html(#"<video src="https://other.example/a.mp4"></video>"#)
        == #"<a href="https://other.example/a.mp4" rel="noopener noreferrer">"#
        + "video at other.example</a>"
    )
    #expect(
      Sanitizing.html(#"<video src="https://img.example/a.mp4"></video>"#)
        == #"<video src="https://img.example/a.mp4" controls preload="metadata"></video>"#
    )
  }

  @Test func keepsTheTextOfOthers() {
    for source in ["javascript:x()", "data:video/mp4,x", "//a/b.mp4", "blob:x"] {
      #expect(Sanitizing.html("<video src=\"\(source)\">a</video>b") == "ab", "\(source)")
    }
    #expect(Sanitizing.html("<video>a</video>b") == "ab")
    #expect(Sanitizing.html(#"<source src="a.mp4">b"#) == "b")
  }

  @Test func takesNothingWithItWithoutAnEndTag() {
    #expect(
      Sanitizing.html(#"<video src="a.mp4">b<p>c"#)
        == #"<video src="a.mp4" controls preload="metadata"></video>b<p>c</p>"#
    )
  }
}
