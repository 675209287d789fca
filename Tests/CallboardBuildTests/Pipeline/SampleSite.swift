import CallboardBuild
import CallboardTestSupport

/// Two small repositories and a `site.yaml`, in a folder of their own.
struct SampleSite {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.files)
  }

  /// Builds with the binary beside the tests as its worker.
  ///
  /// - Parameter files: Names of the output and cache folders below the site's.
  func build(
    output: String = "dist",
    cache: String = "cache",
    jobs: Int? = 2
  ) throws -> BuildReport {
    try BuildSession(
      request: BuildRequest(
        configuration: "\(folder.path)/site.yaml",
        output: "\(folder.path)/\(output)",
        cache: "\(folder.path)/\(cache)",
        jobs: jobs,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
  }

  /// The folders that a preview of the site in a folder listens to.
  static func watchedFolders(in folder: TemporaryFolder) throws -> Set<String> {
    var memory = SiteMemory()
    let request = BuildRequest(
      configuration: "\(folder.path)/site.yaml",
      cache: "\(folder.path)/cache",
      jobs: 2,
      executable: BuiltProduct.callboard
    )
    return try BuildSession(request: request, progress: NoProgress())
      .preview(after: &memory)
      .report.sourceFolders
  }

  func page(_ path: String, output: String = "dist") throws -> String {
    try folder.text(of: "\(output)/\(path)")
  }

  static let files = [
    "site.yaml": """
    site: {title: Acme, url: "https://portal.acme.example/docs"}
    sources:
      - path: repos/*
    """,
    "repos/shop/catalog-info.yaml": """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: shop
      title: The <Shop>
      annotations:
        backstage.io/techdocs-ref: dir:.
    spec:
      type: website
      lifecycle: production
      owner: sellers
      consumesApis: [pay]
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: sellers}
    spec: {type: team, children: []}
    """,
    "repos/shop/mkdocs.yml": """
    site_name: Shop docs
    nav:
      - index.md
      - Guides:
          - guide/set up.md
    """,
    "repos/shop/docs/index.md": """
    # Welcome

    Read the [guide](guide/set%20up.md#first-steps), see ![a plan](img/plan.svg).
    """,
    "repos/shop/docs/guide/set up.md": """
    ---
    title: Setting up
    ---
    ## First steps

    !!! warning
        Back to the [start](../index.md).
    """,
    "repos/shop/docs/img/plan.svg": """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>
    """,
    "repos/pay/catalog-info.yaml": """
    apiVersion: backstage.io/v1alpha1
    kind: API
    metadata:
      name: pay
    spec:
      type: openapi
      lifecycle: production
      owner: group:default/sellers
      definition: |
        openapi: 3.0.0
    """,
  ]
}
