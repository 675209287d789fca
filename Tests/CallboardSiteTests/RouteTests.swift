import Testing

@testable import CallboardSite

@Suite struct RouteTests {
  @Test func leadsBackToTheRootFromAnyDepth() {
    #expect(Route.home.rootPrefix == "./")
    #expect(Route(["search"]).rootPrefix == "../")
    #expect(Route(["catalog", "default", "api", "pay"]).rootPrefix == "../../../../")
  }

  @Test func leadsToOtherPagesByTheShortestWay() {
    let page = Route(path: "docs/a/guide/first")
    let expected = [
      "docs/a/guide/second/": "../second/",
      "docs/a/guide/": "../",
      "docs/a/guide/first/": "./",
      "docs/a/guide/first/more/": "more/",
      "docs/a/guide/first/x.png": "x.png",
      "docs/a/x.png": "../../x.png",
      "docs/ab/": "../../../ab/",
      "catalog/": "../../../../catalog/",
      "": "../../../../",
    ]
    for (target, url) in expected { #expect(page.url(to: target) == url, "\(target)") }
    #expect(Route.home.url(to: "docs/a/") == "docs/a/")
    #expect(Route.home.url(to: "") == "./")
    #expect(Route(path: "docs/a b").url(to: "docs/a%20b/c/") == "c/")
  }

  @Test func namesTheFileThatAHostServes() {
    #expect(Route.home.filePath == "index.html")
    #expect(Route(["docs", "a b"]).filePath == "docs/a b/index.html")
  }

  @Test func encodesWhatAnAddressMayNotHold() {
    #expect(Route(["docs", "a b#c?ü"]).urlPath == "docs/a%20b%23c%3F%C3%BC/")
    #expect(Route(["javascript:alert(1)"]).urlPath == "javascript%3Aalert(1)/")
  }

  @Test func givesListsOneAddressAPage() {
    #expect(Routes.page(1, of: Routes.kindIndex("api")).path == "catalog/-/kind/api")
    #expect(Routes.page(2, of: Routes.kindIndex("api")).path == "catalog/-/kind/api/2")
    #expect(Routes.page(2, of: Routes.catalog).path == "catalog/-/2")
  }
}

@Suite struct PaginationTests {
  @Test func showsTheEndsAndTheNeighbours() {
    #expect(Pagination.shown(around: 7, of: 20) == [1, nil, 5, 6, 7, 8, 9, nil, 20])
  }

  @Test func fillsAGapOfOnePage() {
    #expect(Pagination.shown(around: 4, of: 7) == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test func showsOneNumberForOnePage() {
    #expect(Pagination.shown(around: 1, of: 1) == [1])
  }

  @Test func cutsTheLastPageShort() {
    #expect(PageSize.range(3, of: 100, in: 230) == 200..<230)
    #expect(PageSize.pageCount(0, of: 100) == 1)
  }
}

@Suite struct CommitDateTests {
  @Test func writesDatesInUTC() {
    let date = CommitDate(secondsSince1970: 1_795_232_280)
    #expect(date.iso == "2026-11-21T03:38:00Z")
    #expect(date.label(.english) == "21 November 2026")
  }

  @Test func knowsLeapDays() {
    #expect(CommitDate(secondsSince1970: 951_782_400).label(.english) == "29 February 2000")
    #expect(CommitDate(secondsSince1970: 4_107_542_399).label(.english) == "28 February 2100")
  }

  @Test func countsBackBefore1970() {
    #expect(CommitDate(secondsSince1970: -1).iso == "1969-12-31T23:59:59Z")
  }

  @Test func boundsWhatGitCanStore() {
    #expect(CommitDate(secondsSince1970: .max).iso == "9999-12-31T23:59:59Z")
    #expect(CommitDate(secondsSince1970: .min).iso == "0000-01-01T00:00:00Z")
  }
}
