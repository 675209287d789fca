/// The languages that are highlighted.
enum Language: CaseIterable {
  case bash, c, console, cpp, csharp, css, diff, dockerfile, elixir, go, graphql, groovy, hcl, html
  case ini, java, javascript, jinja, json, kotlin, lua, makefile, markdown, nginx, php, powershell
  case properties, protobuf, python, r, ruby, rust, scala, scss, sql, swift, toml, tsx, typescript,
    vue
  case xml, yaml
  case batch, cmake, dart, erlang, haskell, perl, pythonConsole

  /// What authors write after a fence, in lower case.
  var names: [String] {
    switch self {
    case .bash:
      ["bash", "sh", "shell", "zsh", "ksh", "shellscript", "env", "dotenv", "fish", "bats"]
    case .c: ["c", "h"]
    case .console:
      [
        "console", "shell-session", "shellsession", "sh-session", "terminal", "bash-session",
      ]
    case .cpp: ["cpp", "c++", "cxx", "cc", "hpp", "h++", "hxx", "arduino", "objc", "objective-c"]
    case .csharp: ["csharp", "c#", "cs", "dotnet"]
    case .css: ["css"]
    case .diff: ["diff", "patch", "udiff"]
    case .dockerfile: ["dockerfile", "docker", "containerfile"]
    case .elixir: ["elixir", "ex", "exs", "eex"]
    case .go: ["go", "golang"]
    case .graphql: ["graphql", "gql", "graphqls"]
    case .groovy: ["groovy", "gradle", "jenkinsfile", "jenkins"]
    case .hcl: ["hcl", "terraform", "tf", "tfvars", "opentofu", "packer", "nomad"]
    case .html: ["html", "htm", "xhtml", "svelte", "hbs", "handlebars"]
    case .ini: ["ini", "cfg", "conf", "config", "systemd", "editorconfig", "gitconfig", "desktop"]
    case .java: ["java"]
    case .javascript: ["javascript", "js", "jsx", "mjs", "cjs", "node", "es6"]
    case .jinja:
      ["jinja", "jinja2", "j2", "html+jinja", "django", "nunjucks", "njk", "twig", "liquid"]
    case .json: ["json", "jsonc", "json5", "jsonl", "ndjson", "geojson", "webmanifest", "jsonld"]
    case .kotlin: ["kotlin", "kt", "kts"]
    case .lua: ["lua", "luau"]
    case .makefile: ["makefile", "make", "mk", "gnumake", "mf"]
    case .markdown: ["markdown", "md", "mdx", "mkd"]
    case .nginx: ["nginx", "nginxconf"]
    case .php: ["php", "php7", "php8", "phtml"]
    case .powershell: ["powershell", "pwsh", "ps1", "ps", "posh", "psm1"]
    case .properties: ["properties", "jproperties", "java-properties"]
    case .protobuf: ["protobuf", "proto", "proto3"]
    case .python: ["python", "py", "python3", "py3", "pyi", "starlark", "bazel", "bzl", "tiltfile"]
    case .r: ["r", "rlang", "rscript", "splus"]
    case .ruby: ["ruby", "rb", "gemfile", "rakefile", "podfile", "vagrantfile"]
    case .rust: ["rust", "rs"]
    case .scala: ["scala", "sbt", "sc"]
    case .scss: ["scss", "sass", "less"]
    case .sql:
      ["sql", "mysql", "postgres", "postgresql", "psql", "plsql", "tsql", "sqlite", "bigquery"]
    case .swift: ["swift"]
    case .toml: ["toml"]
    case .tsx: ["tsx"]
    case .typescript: ["typescript", "ts", "mts", "cts"]
    case .vue: ["vue"]
    case .xml:
      ["xml", "svg", "xsd", "xsl", "xslt", "rss", "atom", "wsdl", "plist", "pom", "csproj"]
    case .yaml:
      ["yaml", "yml", "k8s", "kubernetes", "helm", "openapi", "ansible", "docker-compose"]
    case .batch: ["batch", "bat", "cmd", "dosbatch"]
    case .cmake: ["cmake"]
    case .dart: ["dart", "flutter"]
    case .erlang: ["erlang", "erl", "hrl"]
    case .haskell: ["haskell", "hs"]
    case .perl: ["perl", "pl", "pm"]
    case .pythonConsole: ["pycon", "python-console", "python-repl"]
    }
  }

  /// Prepared at its first use, then shared.
  var lexer: Lexer {
    switch self {
    case .bash: Lexers.bash
    case .c: Lexers.c
    case .console: Lexers.console
    case .cpp: Lexers.cpp
    case .csharp: Lexers.csharp
    case .css: Lexers.css
    case .diff: Lexers.diff
    case .dockerfile: Lexers.dockerfile
    case .elixir: Lexers.elixir
    case .go: Lexers.go
    case .graphql: Lexers.graphql
    case .groovy: Lexers.groovy
    case .hcl: Lexers.hcl
    case .html: Lexers.html
    case .ini: Lexers.ini
    case .java: Lexers.java
    case .javascript: Lexers.javascript
    case .jinja: Lexers.jinja
    case .json: Lexers.json
    case .kotlin: Lexers.kotlin
    case .lua: Lexers.lua
    case .makefile: Lexers.makefile
    case .markdown: Lexers.markdown
    case .nginx: Lexers.nginx
    case .php: Lexers.php
    case .powershell: Lexers.powershell
    case .properties: Lexers.properties
    case .protobuf: Lexers.protobuf
    case .python: Lexers.python
    case .r: Lexers.r
    case .ruby: Lexers.ruby
    case .rust: Lexers.rust
    case .scala: Lexers.scala
    case .scss: Lexers.scss
    case .sql: Lexers.sql
    case .swift: Lexers.swift
    case .toml: Lexers.toml
    case .tsx: Lexers.tsx
    case .typescript: Lexers.typescript
    case .vue: Lexers.vue
    case .xml: Lexers.xml
    case .yaml: Lexers.yaml
    case .pythonConsole: Lexers.pythonConsole
    case .perl: Lexers.perl
    case .haskell: Lexers.haskell
    case .erlang: Lexers.erlang
    case .dart: Lexers.dart
    case .cmake: Lexers.cmake
    case .batch: Lexers.batch
    }
  }

  private static let byName: [String: Language] = {
    let pairs = allCases.flatMap { language in language.names.map { ($0, language) } }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// nil when no language has that name.
  init?(named name: String) {
    guard let language = Self.byName[name.lowercased()] else { return nil }
    self = language
  }
}

/// A lexer for each language, each prepared at its first use.
private enum Lexers {
  static let bash = Lexer(.bash)
  static let c = Lexer(.c)
  static let console = Lexer(.console)
  static let cpp = Lexer(.cpp)
  static let csharp = Lexer(.csharp)
  static let css = Lexer(.css)
  static let diff = Lexer(.diff)
  static let dockerfile = Lexer(.dockerfile)
  static let elixir = Lexer(.elixir)
  static let go = Lexer(.go)
  static let graphql = Lexer(.graphql)
  static let groovy = Lexer(.groovy)
  static let hcl = Lexer(.hcl)
  static let html = Lexer(.html)
  static let ini = Lexer(.ini)
  static let java = Lexer(.java)
  static let javascript = Lexer(.javascript)
  static let jinja = Lexer(.jinja)
  static let json = Lexer(.json)
  static let kotlin = Lexer(.kotlin)
  static let lua = Lexer(.lua)
  static let makefile = Lexer(.makefile)
  static let markdown = Lexer(.markdown)
  static let nginx = Lexer(.nginx)
  static let php = Lexer(.php)
  static let powershell = Lexer(.powershell)
  static let properties = Lexer(.properties)
  static let protobuf = Lexer(.protobuf)
  static let python = Lexer(.python)
  static let r = Lexer(.r)
  static let ruby = Lexer(.ruby)
  static let rust = Lexer(.rust)
  static let scala = Lexer(.scala)
  static let scss = Lexer(.scss)
  static let sql = Lexer(.sql)
  static let swift = Lexer(.swift)
  static let toml = Lexer(.toml)
  static let tsx = Lexer(.tsx)
  static let typescript = Lexer(.typescript)
  static let vue = Lexer(.vue)
  static let xml = Lexer(.xml)
  static let yaml = Lexer(.yaml)
  static let pythonConsole = Lexer(.pythonConsole)
  static let perl = Lexer(.perl)
  static let haskell = Lexer(.haskell)
  static let erlang = Lexer(.erlang)
  static let dart = Lexer(.dart)
  static let cmake = Lexer(.cmake)
  static let batch = Lexer(.batch)
}
