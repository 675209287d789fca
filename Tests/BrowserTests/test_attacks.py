"""The pages that hostile repositories get are opened in a browser, with the site's policy and without it."""

from __future__ import annotations

import sys
import unittest
from pathlib import Path
from typing import ClassVar

from harness.case import PageTest
from harness.site import WORK, build_files

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "HardeningTests"))

from corpora import descriptors, markdown  # noqa: E402 - found by the path above

_PER_PAGE = 20
"""Attacks that stand on one page, so that a few pages hold all of them."""

_ACTIVE = """() => {
  const found = [];
  const tell = (what, element) => found.push(what + ": " + element.outerHTML.slice(0, 160));
  const forbidden = "iframe, frame, object, embed, applet, base, portal, template, style, form[action*='//'], audio, video:not([controls]), video[autoplay], animate, set, foreignObject";
  for (const element of document.querySelectorAll("*")) {
    if (element.matches(forbidden)) tell("element", element);
    if (element.shadowRoot) tell("shadow root", element);
    if (element.localName === "script" && !element.src && !/json/.test(element.type)) tell("script", element);
    for (const attribute of element.attributes) {
      const name = attribute.name.toLowerCase();
      if (/^on[a-z]|:on[a-z]/.test(name) || name === "style" && element.closest("article")) tell("attribute " + name, element);
      if (!/^(xlink:)?href$|^src$|^action$|^formaction$|^data$|^poster$/.test(name)) continue;
      let address;
      try { address = new URL(attribute.value, document.baseURI); } catch { continue; }
      const picture = element.localName === "img" && /^data:image\\/(png|gif|jpeg|webp);/.test(attribute.value);
      if (!/^(https?|mailto|tel|slack|data):$/.test(address.protocol) || address.protocol === "data:" && !picture) tell("address", element);
      if (address.username || address.password) tell("user in an address", element);
    }
    if (/^(a|area)$/.test(element.localName) && element.getAttribute("target") && !/noopener/.test(element.getAttribute("rel"))) tell("opener", element);
  }
  const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
  if (new Set(ids).size !== ids.length) found.push("an id stands twice");
  if (Object.keys(Object.prototype).length) found.push("polluted prototype");
  return found;
}"""


def _files() -> dict[str, str]:
    pages = [text.decode("utf-8", "replace") for text in markdown.pages().values() if not text.startswith(b"---")]
    files = {
        "site.yaml": 'site: {title: Marks, url: "https://portal.example/"}\nsources:\n  - path: repos/*\n',
        "repos/attacks/catalog-info.yaml": (
            "apiVersion: backstage.io/v1alpha1\nkind: Component\n"
            "metadata: {name: attacks, annotations: {backstage.io/techdocs-ref: 'dir:.'}}\n"
            "spec: {type: service, lifecycle: production, owner: nobody}\n"
        ),
        "repos/attacks/docs/index.md": "# Attacks\n",
    }
    for start in range(0, len(pages), _PER_PAGE):
        files[f"repos/attacks/docs/page-{start:03}.md"] = "\n\n".join(pages[start : start + _PER_PAGE])
    for name in ("title", "description", "links", "annotations", "tags", "type", "user", "group", "template", "api-openapi", "unknown-kind", "extra-fields"):
        content = descriptors.repositories()[name]["catalog-info.yaml"].decode()
        files[f"repos/{name}/catalog-info.yaml"] = content.replace('"name": "attack"', f'"name": "{name}"')
    return files


class AttackTests(PageTest):
    """With the policy that a page brings along."""

    site: ClassVar[Path]

    @classmethod
    def setUpClass(cls) -> None:
        cls.site = build_files(_files(), "attacks", cls.session.program)
        cls.serve(cls.site)

    def setUp(self) -> None:
        super().setUp()
        self.context.add_init_script("window.__xss = () => { window.cbRan = true; }; window.alert = window.__xss;")

    def tearDown(self) -> None:
        # Attacks name pictures that nobody has.
        self.watch.complaints = [
            complaint for complaint in self.watch.complaints
            if "answered with 404" not in complaint and "Failed to load resource" not in complaint
        ]
        super().tearDown()

    def test_nothing_of_the_attacks_is_active(self) -> None:
        paths = sorted(
            page.parent.relative_to(self.site).as_posix() + "/"
            for page in [*self.site.glob("docs/default/component/attacks/*/index.html"), *self.site.glob("catalog/default/*/*/index.html")]
        )
        self.assertGreater(len(paths), 30)
        for path in paths:
            with self.subTest(path=path):
                self.open(path)
                self.assertEqual(self.page.evaluate(_ACTIVE), [])
                self.assertFalse(self.page.evaluate("window.cbRan === true"))


class AttackWithoutPolicyTests(AttackTests):
    """The markup alone has to hold, too, as in browsers that know no policy."""

    options = {"bypass_csp": True}


if __name__ == "__main__":
    unittest.main()
