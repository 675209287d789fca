import CallboardCatalog
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

/// Links to other tools by annotations.
@Suite struct OutboundLinkTests {
  /// `Label address` of each page that an entity with these annotations leads to.
  private func pages(
    _ annotations: [String],
    _ addresses: [String: String] = [:]
  ) throws -> [String] {
    let sample = try SiteSample(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Domain
      metadata:
        name: a
        annotations:
      \(annotations.map { "    \($0)" }.joined(separator: "\n"))
      spec: {owner: team}
      """,
      integrations: addresses
    )
    let entity = try sample.model.catalog[sample.id("domain:a")]
    return sample.composer.tools.entries(for: entity)
      .flatMap { entry in entry.pages.map { "\($0.label) \($0.url)" } }
  }

  @Test func leadToPublicForgesWithoutConfiguration() throws {
    #expect(
      try pages(["github.com/project-slug: acme/shop"]) == [
        "Repository https://github.com/acme/shop", "Issues https://github.com/acme/shop/issues",
        "Pull requests https://github.com/acme/shop/pulls",
        "Workflow runs https://github.com/acme/shop/actions",
      ]
    )
    #expect(
      try pages(["gitlab.com/project-slug: acme/web/shop"]).first
        == "Project https://gitlab.com/acme/web/shop"
    )
  }

  @Test func leadToTheAddressesOfTheOperator() throws {
    #expect(
      try pages(
        ["jenkins.io/job-full-name: web/shop", "sonarqube.org/project-key: 'acme:shop'"],
        ["jenkins": "https://ci.acme.example/", "sonarqube": "https://q.acme.example"]
      ) == [
        "Job https://ci.acme.example/job/web/job/shop/",
        "Project https://q.acme.example/dashboard?id=acme%3Ashop",
      ]
    )
    #expect(
      try pages(["github.com/project-slug: a/b"], ["github": "https://git.acme.example"]).first
        == "Repository https://git.acme.example/a/b"
    )
  }

  @Test func areLeftOutWithoutAnAddress() throws {
    #expect(try pages(["jenkins.io/job-full-name: web/shop"]) == [])
  }

  @Test func takeTheHostThatAnEntityNames() throws {
    #expect(
      try pages([
        "gitlab.com/project-slug: acme/shop", "gitlab.com/instance: git.acme.example",
      ]).first == "Project https://git.acme.example/acme/shop"
    )
    #expect(
      try pages([
        "dev.azure.com/project-repo: web/shop", "dev.azure.com/host-org: dev.azure.com/acme",
      ]).first == "Repository https://dev.azure.com/acme/web/_git/shop"
    )
    for host in ["'evil.example/?x='", "'a b'", "'x@evil.example'", "'x#y'"] {
      #expect(
        try pages(["gitlab.com/project-slug: acme/shop", "gitlab.com/instance: \(host)"]) == [],
        "\(host)"
      )
    }
  }

  @Test func encodeWhatAnAuthorWrote() throws {
    let addresses = ["jira": "https://jira.acme.example", "vault": "https://v.acme.example"]
    #expect(
      try pages(["jira/project-key: SHOP", "'jira/component': 'A & B \"x\"'"], addresses).last
        == "Issues of the component https://jira.acme.example/issues/?jql=project%20%3D%20SHOP%20AND"
        + "%20component%20%3D%20%22A%20%26%20B%20%22x%22%22"
    )
    #expect(
      try pages(["vault.io/secrets-path: 'a b/c?d'"], addresses)
        == ["Secrets https://v.acme.example/ui/vault/secrets/secret/list/a%20b/c%3Fd"]
    )
    #expect(
      try pages(["vault.io/secrets-path: x", "vault.io/secrets-engine: kv"], addresses)
        == ["Secrets https://v.acme.example/ui/vault/secrets/kv/list/x"]
    )
  }

  @Test func areLeftOutForAValueOfAnotherShape() throws {
    for value in ["acme", "acme/shop/x", "/acme/shop", "acme/", "acme/..", "../shop"] {
      #expect(try pages(["github.com/project-slug: \(value)"]) == [], "\(value)")
    }
    #expect(try pages(["grafana/overview-dashboard: 'javascript:alert(1)'"]) == [])
    #expect(
      try pages(["grafana/overview-dashboard: 'https://g.example/d/1'"])
        == ["Overview https://g.example/d/1"]
    )
  }

  @Test func showTheValueOfAToolWithoutAddress() throws {
    let sample = try SiteSample(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Domain
      metadata: {name: a, annotations: {pagerduty.com/service-id: P12}}
      spec: {owner: team}
      """
    )
    #expect(try sample.text("catalog/default/domain/a")?.contains("PagerDuty P12") == true)
  }

  @Test func nameOnlyIconsOfTheTheme() throws {
    let theme = try Theme(files: Theme.packedFiles, version: "test")
    for integration in Integration.all {
      #expect(theme.assets.hasIcon(integration.icon), "\(integration.key)")
    }
  }

  @Test func areListedInTheReference() throws {
    let file = PackageFolder.url.appending(path: "docs/reference/annotations.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    for integration in Integration.all {
      for link in integration.links {
        #expect(text.contains("| `\(link.annotation)` |"), "\(link.annotation)")
        for page in link.pages {
          #expect(text.contains(page.label), "\(link.annotation): \(page.label)")
        }
      }
      if let annotation = integration.hostAnnotation { #expect(text.contains("`\(annotation)`")) }
      if let address = integration.defaultURL {
        #expect(text.contains("`\(address)`"), "\(address)")
      }
    }
    for key in Integration.keys { #expect(text.contains("`\(key)`"), "\(key)") }
  }
}
