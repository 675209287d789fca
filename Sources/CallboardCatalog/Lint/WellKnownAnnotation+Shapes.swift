extension WellKnownAnnotation {
  /// The shapes of annotations that Backstage and its widespread plugins define; those whose value is free text
  /// are not here.
  static let shapes: [String: AnnotationShape] = [
    viewURL: .webURL,
    editURL: .webURL,
    techdocsRef: .location(["dir", "url"]),
    techdocsEntity: .entity(defaultKind: "component"),
    sourceTemplate: .entity(defaultKind: "template"),
    "backstage.io/adr-location": .path,
    "backstage.io/code-coverage": .choice(["enabled", "scm-only"]),
    "backstage.io/kubernetes-id": .word,
    "backstage.io/kubernetes-namespace": .dnsLabel,
    "backstage.io/kubernetes-label-selector": .labelSelector,
    "github.com/project-slug": .slug(2...2),
    "github.com/team-slug": .slug(2...2),
    "github.com/user-login": .slug(1...1),
    "gitlab.com/project-slug": .slug(2...20),
    "gitlab.com/project-id": .word,
    "bitbucket.org/project-slug": .slug(2...2),
    "dev.azure.com/project-repo": .slug(2...2),
    "circleci.com/project-slug": .slug(3...3),
    "travis-ci.com/repo-slug": .slug(2...2),
    "buildkite.com/project-slug": .slug(2...2),
    "jenkins.io/job-full-name": .word,
    "argocd/app-name": .word,
    "pagerduty.com/service-id": .word,
    "pagerduty.com/integration-key": .word,
    "sentry.io/project-slug": .slug(1...2),
    "rollbar.com/project-slug": .slug(1...2),
    "sonarqube.org/project-key": .word,
    "jira/project-key": .jiraKey,
    "graph.microsoft.com/user-id": .uuid,
    "graph.microsoft.com/group-id": .uuid,
    "graph.microsoft.com/tenant-id": .uuid,
  ]

  /// The keys below `backstage.io/` that mean something; others are probably misspelt.
  static let ownKeys: Set<String> = Set(shapes.keys.filter { $0.hasPrefix(prefix) }).union([
    sourceLocation, managedByLocation, managedByOriginLocation, orphan, techdocsEntityPath,
    "backstage.io/ldap-uuid", "backstage.io/ldap-rdn", "backstage.io/ldap-dn",
    "backstage.io/kubernetes-cluster", "backstage.io/time-saved", "backstage.io/linguist",
  ])

  static let prefix = "backstage.io/"

  /// Those that a crawl writes, so that an author's value is of no effect or says something untrue.
  static let written: Set<String> = [managedByLocation, managedByOriginLocation, orphan]
}
