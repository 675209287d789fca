/// The tools whose annotations have a meaning to the portal; `docs/reference/annotations.md` lists them.
///
/// A further one is a row here and a row there.
extension Integration {
  /// All tools, in the order in which an entity's page shows their links.
  static let all: [Integration] = forges + builds + operations + quality

  private static let forges: [Integration] = [
    Integration(
      "github",
      "GitHub",
      at: "https://github.com",
      icon: "source",
      [
        AnnotationLink(
          "github.com/project-slug",
          parts: 2...2,
          [
            .init("Repository", "/{path}"),
            .init("Issues", "/{path}/issues"),
            .init("Pull requests", "/{path}/pulls"),
            .init("Workflow runs", "/{path}/actions"),
          ]
        ),
        AnnotationLink(
          "github.com/team-slug",
          parts: 2...2,
          [.init("Team", "/orgs/{1}/teams/{2}")]
        ),
        AnnotationLink("github.com/user-login", parts: 1...1, [.init("Profile", "/{path}")]),
      ]
    ),
    Integration(
      "gitlab",
      "GitLab",
      at: "https://gitlab.com",
      icon: "source",
      hostAnnotation: "gitlab.com/instance",
      [
        AnnotationLink(
          "gitlab.com/project-slug",
          parts: 2...20,
          [
            .init("Project", "/{path}"),
            .init("Issues", "/{path}/-/issues"),
            .init("Merge requests", "/{path}/-/merge_requests"),
            .init("Pipelines", "/{path}/-/pipelines"),
          ]
        ),
        AnnotationLink(
          "gitlab.com/project-id",
          parts: 1...1,
          [.init("Project", "/projects/{path}")]
        ),
      ]
    ),
    Integration(
      "azure",
      "Azure DevOps",
      icon: "source",
      hostAnnotation: "dev.azure.com/host-org",
      [
        AnnotationLink(
          "dev.azure.com/project-repo",
          parts: 2...2,
          [
            .init("Repository", "/{1}/_git/{2}"),
            .init("Pull requests", "/{1}/_git/{2}/pullrequests"),
            .init("Pipelines", "/{1}/_build"),
          ]
        ),
        AnnotationLink(
          "dev.azure.com/project",
          parts: 1...1,
          [.init("Pipelines", "/{path}/_build")]
        ),
      ]
    ),
    Integration(
      "bitbucket",
      "Bitbucket",
      at: "https://bitbucket.org",
      icon: "source",
      [
        AnnotationLink(
          "bitbucket.org/project-slug",
          parts: 2...2,
          [
            .init("Repository", "/{path}"),
            .init("Pull requests", "/{path}/pull-requests"),
            .init("Pipelines", "/{path}/pipelines"),
          ]
        )
      ]
    ),
  ]

  private static let builds: [Integration] = [
    Integration(
      "circleci",
      "CircleCI",
      at: "https://app.circleci.com",
      icon: "success",
      [
        AnnotationLink(
          "circleci.com/project-slug",
          parts: 3...3,
          [.init("Pipelines", "/pipelines/{path}")]
        )
      ]
    ),
    Integration(
      "jenkins",
      "Jenkins",
      icon: "success",
      [
        AnnotationLink("jenkins.io/job-full-name", parts: 1...20, [.init("Job", "/job/{jobs}/")]),
        AnnotationLink(
          "jenkins.io/github-folder",
          parts: 1...20,
          [.init("Folder", "/job/{jobs}/")]
        ),
      ]
    ),
    Integration(
      "travis",
      "Travis CI",
      at: "https://app.travis-ci.com",
      icon: "success",
      [AnnotationLink("travis-ci.com/repo-slug", parts: 2...2, [.init("Builds", "/{path}")])]
    ),
    Integration(
      "buildkite",
      "Buildkite",
      at: "https://buildkite.com",
      icon: "success",
      [AnnotationLink("buildkite.com/project-slug", parts: 2...2, [.init("Builds", "/{path}")])]
    ),
    Integration(
      "gocd",
      "GoCD",
      icon: "success",
      [AnnotationLink("gocd.org/pipelines", [.init("Pipelines", "/go/pipelines")])]
    ),
    Integration(
      "argocd",
      "Argo CD",
      icon: "success",
      [
        AnnotationLink(
          "argocd/app-name",
          parts: 1...1,
          [.init("Application", "/applications/{path}")]
        ),
        AnnotationLink(
          "argocd/app-selector",
          [.init("Applications", "/applications?labels={value}")]
        ),
      ]
    ),
  ]

  private static let operations: [Integration] = [
    Integration(
      "pagerduty",
      "PagerDuty",
      icon: "warning",
      [
        AnnotationLink(
          "pagerduty.com/service-id",
          parts: 1...1,
          [.init("Service", "/service-directory/{path}")]
        )
      ]
    ),
    Integration(
      "opsgenie",
      "Opsgenie",
      icon: "warning",
      [
        AnnotationLink(
          "opsgenie.com/component-selector",
          [.init("Alerts", "/alert/list?query={value}")]
        )
      ]
    ),
    Integration(
      "sentry",
      "Sentry",
      icon: "error",
      [
        AnnotationLink(
          "sentry.io/project-slug",
          parts: 1...2,
          [.init("Project", "/projects/{last}/")]
        )
      ]
    ),
    Integration(
      "rollbar",
      "Rollbar",
      at: "https://rollbar.com",
      icon: "error",
      [AnnotationLink("rollbar.com/project-slug", parts: 2...2, [.init("Project", "/{path}/")])]
    ),
    Integration(
      "periskop",
      "Periskop",
      icon: "error",
      [AnnotationLink("periskop.io/service-name", parts: 1...1, [.init("Errors", "/#/{path}")])]
    ),
    Integration(
      "grafana",
      "Grafana",
      icon: "dashboard",
      [
        AnnotationLink("grafana/overview-dashboard", [.init("Overview", "")]),
        AnnotationLink(
          "grafana/dashboard-selector",
          parts: 1...1,
          [.init("Dashboards", "/dashboards?tag={value}")]
        ),
        AnnotationLink(
          "grafana/tag-selector",
          parts: 1...1,
          [.init("Dashboards", "/dashboards?tag={value}")]
        ),
        AnnotationLink(
          "grafana/alert-label-selector",
          [.init("Alerts", "/alerting/list?search=label:{value}")]
        ),
      ]
    ),
    Integration(
      "datadog",
      "Datadog",
      icon: "dashboard",
      [
        AnnotationLink("datadoghq.com/dashboard-url", [.init("Dashboard", "")])
      ]
    ),
    Integration(
      "newrelic",
      "New Relic",
      at: "https://one.newrelic.com",
      icon: "dashboard",
      [
        AnnotationLink(
          "newrelic.com/dashboard-guid",
          parts: 1...1,
          [.init("Dashboard", "/redirect/entity/{path}")]
        )
      ]
    ),
    Integration(
      "vault",
      "Vault",
      icon: "lock",
      [
        AnnotationLink(
          "vault.io/secrets-path",
          parts: 1...20,
          [.init("Secrets", "/ui/vault/secrets/{vault.io/secrets-engine:secret}/list/{path}")]
        )
      ]
    ),
  ]

  private static let quality: [Integration] = [
    Integration(
      "sonarqube",
      "SonarQube",
      icon: "check",
      [AnnotationLink("sonarqube.org/project-key", [.init("Project", "/dashboard?id={value}")])]
    ),
    Integration(
      "snyk",
      "Snyk",
      at: "https://app.snyk.io",
      icon: "lock",
      [AnnotationLink("snyk.io/org-name", parts: 1...1, [.init("Organisation", "/org/{path}")])]
    ),
    Integration(
      "lighthouse",
      "Lighthouse",
      icon: "globe",
      [AnnotationLink("lighthouse.com/website-url", [.init("Audited site", "")])]
    ),
    Integration(
      "jira",
      "Jira",
      icon: "list",
      [
        AnnotationLink("jira/project-key", parts: 1...1, [.init("Project", "/browse/{path}")]),
        AnnotationLink(
          "jira/component",
          [
            .init(
              "Issues of the component",
              "/issues/?jql=project%20%3D%20{jira/project-key}%20AND%20component%20%3D%20%22{value}%22"
            )
          ]
        ),
      ]
    ),
    Integration(
      "adr",
      "Decisions",
      icon: "page",
      [AnnotationLink("backstage.io/adr-location", [.init("Decision records", "")])]
    ),
  ]
}
