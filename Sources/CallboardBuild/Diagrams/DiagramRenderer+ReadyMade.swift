import CallboardMarkdown

extension DiagramRenderer {
  /// The renderers that `site.yaml` can name, by language.
  static func readyMade(_ language: DiagramLanguage) -> [String: DiagramRenderer] {
    switch language {
    case .mermaid: ["merman": merman, "mmdr": mmdr]
    case .graphviz: ["dot": dot]
    case .plantuml: ["plantuml": plantuml]
    case .d2: ["d2": d2]
    }
  }

  /// The package `merman` of PyPI, which has a Python module and no command.
  private static var merman: DiagramRenderer {
    let script = """
      import json, sys
      try:
          import merman
      except ImportError:
          sys.exit("the Python package 'merman' is not installed")
      options = {"svg": {"pipeline": "resvg-safe"}, "site_config": {"theme": sys.argv[1]}}
      source = sys.stdin.buffer.read().decode()
      try:
          svg = merman.Merman().render_svg(source, json.dumps(options))
      except merman.MermanError as error:
          sys.exit(getattr(error, "message", None) or str(error))
      sys.stdout.buffer.write(svg.encode())
      """
    let version = "import importlib.metadata as m; print(m.version('merman'))"
    var renderer = DiagramRenderer(program: "python3", arguments: ["-I", "-c", script, "{theme}"])
    renderer.themes = [.light: "default", .dark: "dark"]
    renderer.versionArguments = ["-I", "-c", version]
    return renderer
  }

  /// The command of the package `mmdr` of PyPI. It has one look, for light pages.
  private static var mmdr: DiagramRenderer {
    var renderer = DiagramRenderer(
      program: "mmdr",
      arguments: ["-i", "{input}", "-o", "{output}", "-e", "svg"]
    )
    renderer.versionArguments = ["--version"]
    return renderer
  }

  /// `dot` of Graphviz, with lines and text in the colours of the theme.
  private static var dot: DiagramRenderer {
    func defaults(_ color: String) -> String {
      ["G", "N", "E"].flatMap { place in
        ["color=\(color)", "fontcolor=\(color)", "fontname=sans-serif"].map { "-\(place)\($0)" }
      }
      .joined(separator: "\n")
    }
    var renderer = DiagramRenderer(
      program: "dot",
      arguments: ["-Tsvg", "-Gbgcolor=transparent", "{theme}"]
    )
    renderer.themes = [.light: defaults("#16212a"), .dark: defaults("#e4eaee")]
    renderer.versionArguments = ["-V"]
    renderer.ownColors = ["fillcolor", "bgcolor"]
    // Graphviz reads no pictures then but from a folder that is not named.
    renderer.environment = ["SERVER_NAME": "callboard"]
    return renderer
  }

  private static var plantuml: DiagramRenderer {
    var renderer = DiagramRenderer(
      program: "plantuml",
      arguments: ["-tsvg", "-pipe", "-charset", "UTF-8", "-nometadata"]
    )
    renderer.versionArguments = ["-version"]
    renderer.environment = ["PLANTUML_SECURITY_PROFILE": "SANDBOX"]
    renderer.caution = .plantuml
    renderer.timeoutSeconds = 60
    renderer.memoryMegabytes = 2048
    return renderer
  }

  private static var d2: DiagramRenderer {
    var renderer = DiagramRenderer(
      program: "d2",
      // Bundling would fetch icons from wherever the source says.
      arguments: ["--bundle=false", "--pad=16", "--theme={theme}", "-", "-"]
    )
    renderer.themes = [.light: "0", .dark: "200"]
    renderer.versionArguments = ["--version"]
    renderer.caution = .d2
    return renderer
  }
}
