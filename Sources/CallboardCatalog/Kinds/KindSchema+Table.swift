extension KindSchema {
  /// Every kind that needs no declaration, in the order of their use.
  static let builtIn: [KindSchema] = [
    component, api, resource, system, domain, group, user, location, template, aiResource,
  ]

  private static let versions = ["backstage.io/v1alpha1", "backstage.io/v1beta1"]
  private static let owner = RelationRule("owner", "Group", .ownedBy)
  private static let systemOf = RelationRule("system", "System", .partOf)
  private static let dependencies = [
    RelationRule("dependsOn", nil, .dependsOn),
    RelationRule("dependencyOf", nil, .dependencyOf),
  ]
  private static let profile = FieldRule.optional(
    "profile",
    .object([.optional("displayName"), .optional("email"), .optional("picture")])
  )

  private static let component = KindSchema(
    kind: "Component",
    apiVersions: versions,
    fields: [
      .required("type"), .required("lifecycle"), .required("owner"),
      .optional("system"), .optional("subcomponentOf"),
      .optional("providesApis", .texts()), .optional("consumesApis", .texts()),
      .optional("dependsOn", .texts()), .optional("dependencyOf", .texts()),
    ],
    relations: [
      owner,
      RelationRule("subcomponentOf", "Component", .partOf),
      RelationRule("providesApis", "API", .providesApi),
      RelationRule("consumesApis", "API", .consumesApi),
    ] + dependencies + [systemOf]
  )

  private static let api = KindSchema(
    kind: "API",
    apiVersions: versions,
    fields: [
      .required("type"), .required("lifecycle"), .required("owner"), .required("definition"),
      .optional("system"),
    ],
    relations: [owner, systemOf],
    variants: [
      "mcp-server": Variant(
        fields: [
          .required("type"), .required("lifecycle"), .required("owner"), .optional("system"),
          .required("remotes", .objects([.required("type"), .required("url")], atLeast: 1)),
        ]
      )
    ]
  )

  private static let resource = KindSchema(
    kind: "Resource",
    apiVersions: versions,
    fields: [
      .required("type"), .required("owner"), .optional("system"),
      .optional("dependsOn", .texts()), .optional("dependencyOf", .texts()),
    ],
    relations: [owner] + dependencies + [systemOf]
  )

  private static let system = KindSchema(
    kind: "System",
    apiVersions: versions,
    fields: [.required("owner"), .optional("domain"), .optional("type")],
    relations: [owner, RelationRule("domain", "Domain", .partOf)]
  )

  private static let domain = KindSchema(
    kind: "Domain",
    apiVersions: versions,
    fields: [.required("owner"), .optional("subdomainOf"), .optional("type")],
    relations: [owner, RelationRule("subdomainOf", "Domain", .partOf)]
  )

  private static let group = KindSchema(
    kind: "Group",
    apiVersions: versions,
    fields: [
      .required("type"), .required("children", .texts()),
      .optional("parent"), .optional("members", .texts()), profile,
    ],
    relations: [
      RelationRule("parent", "Group", .childOf),
      RelationRule("children", "Group", .parentOf),
      RelationRule("members", "User", .hasMember),
    ]
  )

  private static let user = KindSchema(
    kind: "User",
    apiVersions: versions,
    fields: [.required("memberOf", .texts()), profile],
    relations: [RelationRule("memberOf", "Group", .memberOf)]
  )

  private static let location = KindSchema(
    kind: "Location",
    apiVersions: versions,
    fields: [
      .optional("type"), .optional("target"), .optional("targets", .texts()),
      .optional("presence", .choice(["required", "optional"])),
    ],
    relations: []
  )

  private static let template = KindSchema(
    kind: "Template",
    apiVersions: ["scaffolder.backstage.io/v1beta3"],
    fields: [
      .required("type"), .optional("owner"), .optional("parameters", .objectOrObjects),
      .required("steps", .objects(step)),
      .optional(
        "output",
        .objectOfTexts([
          .optional(
            "links",
            .objects([
              .optional("url"), .optional("entityRef"), .optional("title"), .optional("icon"),
            ])
          ),
          .optional("text", .objects([.optional("title"), .optional("icon")])),
        ])
      ),
    ],
    relations: [owner]
  )

  private static let step: [FieldRule] = [
    .required("action", .anyText), .optional("id", .anyText), .optional("name", .anyText),
    .optional("input", .object([])), .optional("if", .textOrFlag),
  ]

  /// Of Backstage's alpha model layer of 2026.
  private static let aiResource = KindSchema(
    kind: "AiResource",
    apiVersions: ["backstage.io/v1alpha1"],
    fields: [
      .required("type"), .required("lifecycle"), .required("owner"), .optional("system"),
    ],
    relations: [owner, systemOf],
    variants: [
      "skill": Variant(
        fields: [
          .optional("disciplines", .texts()), .optional("categories", .texts()),
          .optional("agents", .texts()), .optional("dependsOn", .texts()),
        ],
        relations: [RelationRule("dependsOn", "AiResource", .dependsOn)]
      ),
      "rule": Variant(
        fields: [
          .required("category"), .required("rationale"), .optional("disciplines", .texts()),
        ]
      ),
      "plugin": Variant(
        fields: [.required("skills", .texts()), .optional("version")],
        relations: [RelationRule("skills", "AiResource", .hasSkill)]
      ),
      "marketplace": Variant(
        fields: [.required("plugins", .texts())],
        relations: [RelationRule("plugins", "AiResource", .hasPlugin)]
      ),
    ]
  )
}
