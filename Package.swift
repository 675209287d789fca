// swift-tools-version: 6.1
import PackageDescription

// The table of targets in docs/architecture.md is held against this file by a test.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of this package with the settings that all of them share; `data` is packed into it.
func library(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  data: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    exclude: data,
    swiftSettings: settings,
    plugins: plugins
  )
}

/// The tests that live beside one target, in `Tests/<target>Tests`; they read `data` by path.
func tests(
  of target: String,
  _ dependencies: [Target.Dependency] = [],
  data: [String] = []
) -> Target {
  .testTarget(
    name: "\(target)Tests",
    dependencies: [.byName(name: target)] + dependencies,
    exclude: data,
    swiftSettings: settings
  )
}

let package = Package(
  name: "callboard",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "callboard", targets: ["callboard"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    // System libraries
    .systemLibrary(name: "CCMarkGFM"),
    .systemLibrary(name: "CYAML"),
    .systemLibrary(name: "CXXHash"),

    // Ground
    library("CallboardBytes"),
    library("CallboardJSON", ["CallboardBytes"]),
    library("CallboardDiagnostics", ["CallboardJSON"]),

    // Languages
    library("CallboardHTML", ["CallboardBytes", "CallboardDiagnostics"]),
    library("CallboardYAML", ["CallboardDiagnostics", "CYAML"]),
    library("CallboardTemplate", ["CallboardDiagnostics", "CallboardHTML"]),
    library("CallboardHighlight", ["CallboardHTML"]),
    library(
      "CallboardMarkdown",
      [
        "CallboardBytes", "CallboardDiagnostics", "CallboardHTML", "CallboardHighlight",
        "CCMarkGFM",
      ]
    ),

    // The portal's parts
    library("CallboardSearch", ["CallboardBytes", "CallboardJSON"]),
    library("CallboardCrawl", ["CallboardDiagnostics"]),
    library("CallboardCatalog", ["CallboardDiagnostics", "CallboardJSON", "CallboardYAML"]),

    library(
      "CallboardDocs",
      [
        "CallboardDiagnostics", "CallboardYAML", "CallboardMarkdown", "CallboardCrawl",
        "CallboardCatalog",
      ]
    ),
    library(
      "CallboardSite",
      [
        "CallboardBytes", "CallboardDiagnostics", "CallboardJSON", "CallboardHTML",
        "CallboardYAML", "CallboardTemplate", "CallboardHighlight", "CallboardMarkdown",
        "CallboardSearch", "CallboardCrawl", "CallboardCatalog", "CallboardDocs",
      ],
      plugins: ["PackResources"]
    ),

    // The build
    library(
      "CallboardBuild",
      [
        "CallboardDiagnostics", "CallboardJSON", "CallboardHTML", "CallboardYAML",
        "CallboardTemplate", "CallboardMarkdown", "CallboardSearch", "CallboardCrawl",
        "CallboardCatalog",
        "CallboardDocs", "CallboardSite", "CXXHash",
      ],
      plugins: ["PackResources"]
    ),

    library(
      "CallboardPreview",
      [
        "CallboardDiagnostics", "CallboardJSON", "CallboardBuild",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      data: ["Client"],
      plugins: ["PackResources"]
    ),

    library("CallboardPublish", ["CallboardCrawl", "CallboardSite", "CallboardBuild"]),

    // The command
    library(
      "CallboardCLI",
      [
        "CallboardDiagnostics", "CallboardCatalog", "CallboardBuild", "CallboardPreview",
        "CallboardPublish",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "callboard",
      dependencies: [
        "CallboardCLI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),

    // Data files as code
    .executableTarget(name: "ResourcePacker", swiftSettings: settings),
    .plugin(
      name: "PackResources",
      capability: .buildTool(),
      dependencies: ["ResourcePacker"],
      path: "Sources/PackResources"
    ),

    // What the benchmarks run
    .executableTarget(
      name: "RenderProbe",
      dependencies: [
        "CallboardDiagnostics", "CallboardHTML", "CallboardHighlight", "CallboardMarkdown",
        "CCMarkGFM",
      ],
      path: "Tests/Benchmarks/RenderProbe",
      swiftSettings: settings
    ),

    // What libFuzzer calls; Tests/Fuzzing/run.sh makes a program of it
    .target(
      name: "FuzzProbe",
      dependencies: [
        "CallboardDiagnostics", "CallboardHTML", "CallboardYAML", "CallboardTemplate",
        "CallboardMarkdown", "CallboardCrawl", "CallboardCatalog",
      ],
      path: "Tests/Fuzzing/FuzzProbe",
      swiftSettings: settings
    ),

    // Tests
    library("CallboardTestSupport"),
    tests(of: "CallboardDiagnostics", ["CallboardTestSupport"], data: ["Golden"]),
    tests(of: "CallboardBytes"),
    tests(of: "CallboardJSON"),
    tests(of: "CallboardHTML", ["CallboardDiagnostics"]),
    tests(of: "CallboardYAML", ["CallboardDiagnostics"]),
    tests(
      of: "CallboardTemplate",
      ["CallboardDiagnostics", "CallboardHTML"],
      data: ["Fixtures", "Oracle"]
    ),
    tests(of: "CallboardHighlight", ["CallboardHTML", "CallboardTestSupport"]),
    tests(
      of: "CallboardMarkdown",
      ["CallboardDiagnostics", "CallboardHTML"],
      data: ["Golden"]
    ),
    tests(of: "CallboardSearch", ["CallboardJSON", "CallboardTestSupport"], data: ["Fixtures"]),
    tests(of: "CallboardCrawl", ["CallboardDiagnostics", "CallboardTestSupport"]),
    tests(
      of: "CallboardCatalog",
      ["CallboardCrawl", "CallboardDiagnostics", "CallboardJSON", "CallboardYAML"],
      data: ["Cases"]
    ),
    tests(
      of: "CallboardDocs",
      ["CallboardDiagnostics", "CallboardCatalog", "CallboardCrawl", "CallboardTestSupport"]
    ),
    tests(
      of: "CallboardSite",
      [
        "CallboardDiagnostics", "CallboardJSON", "CallboardHTML", "CallboardCatalog",
        "CallboardCrawl", "CallboardDocs", "CallboardMarkdown", "CallboardTemplate",
        "CallboardTestSupport",
      ],
      data: ["Entities/Golden", "Fixtures", "Graph/Golden"]
    ),
    tests(
      of: "CallboardBuild",
      [
        "CallboardDiagnostics", "CallboardJSON", "CallboardCrawl", "CallboardCatalog",
        "CallboardDocs", "CallboardMarkdown", "CallboardSite", "CallboardTestSupport", "callboard",
      ],
      data: ["History/Golden"]
    ),
    tests(
      of: "CallboardPreview",
      ["CallboardDiagnostics", "CallboardBuild", "CallboardTestSupport"]
    ),
    tests(of: "CallboardPublish", ["CallboardBuild"]),
    tests(of: "FuzzProbe", ["CallboardTestSupport"]),
    tests(
      of: "CallboardCLI",
      ["CallboardTestSupport", "callboard"],
      data: ["Servers/git-server.py", "Servers/run-jobs.py"]
    ),
  ]
)
