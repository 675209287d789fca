"""How fast the catalog's table answers in Chromium."""

import json
import shutil
import statistics
import subprocess
import tempfile
import threading
from pathlib import Path

from harness.server import Server

TIMEOUT_SECONDS = 180

_PROBE = """<!doctype html>
<link rel="icon" href="data:,">
<iframe width="1400" height="900" src="/catalog/"></iframe>
<script type="module">
const frame = document.querySelector("iframe");
const find = async (selector) => {
  for (;;) {
    const found = frame.contentDocument?.querySelector(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
// From the press until the rows of a window and the status stand and are laid out.
const time = async (press) => {
  const page = frame.contentDocument;
  const status = page.querySelector("[data-cb-catalog-status]");
  const body = page.querySelector("tbody");
  const start = performance.now();
  const done = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      body.offsetHeight;
      resolve(performance.now() - start);
    });
    observer.observe(body, { attributes: true, characterData: true, childList: true, subtree: true });
  });
  press();
  return done;
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 400));
const measured = {};
// Also until the rows below stand, which are made when those have been painted.
const press = async (name, action) => {
  const start = performance.now();
  (measured[name] ??= []).push(await time(action));
  while (frame.contentDocument.querySelector("tbody[aria-busy=true]")) await new Promise((resolve) => setTimeout(resolve));
  frame.contentDocument.querySelector("tbody").offsetHeight;
  (measured["any of them, until all 100 rows stand"] ??= []).push(performance.now() - start);
  await pause();
};
await find("th .sort-button");
const open = async (name) => {
  const page = frame.contentDocument;
  page.querySelector(".picker-panel:popover-open")?.hidePopover();
  page.querySelector(`[data-cb-picker="${name}"]`).click();
  await find(".picker-panel:popover-open .picker-option input");
  await pause();
  return [...page.querySelectorAll(".picker-panel:popover-open .picker-option input")];
};
const loading = performance.now();
await open("type");
measured["load the data"] = [performance.now() - loading - 400];
for (const facet of ["type", "kind", "owner", "tag", "lifecycle"]) {
  const boxes = await open(facet);
  for (const box of boxes.slice(0, 4)) await press(`choose ${facet === "owner" ? "an" : "a"} ${facet}`, () => box.click());
  for (const box of boxes.slice(0, 4).reverse()) {
    if (box.checked) await press("take a choice back", () => box.click());
  }
}
frame.contentDocument.querySelector(".picker-panel:popover-open")?.hidePopover();
const sort = (column) => frame.contentDocument.querySelector(`th[data-cb-column=${column}] button`);
for (const column of ["name", "owner"]) {
  await press(`sort by ${column}, first`, () => sort(column).click());
  await press(`sort by ${column}, again`, () => sort(column).click());
}
const field = frame.contentDocument.querySelector("[data-cb-catalog-text]");
for (const text of ["number 1", "number 12"]) {
  await press("type a word (80 ms of which are a pause)", () => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
  });
}
await fetch("/-/report", { method: "POST", body: JSON.stringify(measured) });
</script>
"""


def chromium() -> str | None:
    """The program; None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def measure(site: Path) -> dict[str, list[float]]:
    """Milliseconds of each press on the table of a built site, by what was pressed."""
    return json.loads(report(site, _PROBE))


def report(site: Path, probe: str, window: tuple[int, int] = (1280, 720)) -> bytes:
    """What a page posts to `/-/report` that stands on the host of a built site.

    - window: the size of the browser's window, in pixels.
    """
    reported = threading.Event()
    bodies: list[bytes] = []

    def take(body: bytes) -> None:
        bodies.append(body)
        reported.set()

    server = Server(site, probe, take)
    try:
        visit(server.address, reported, window=window)
    finally:
        server.stop()
    return bodies[0]


def visit(
    address: str,
    reported: threading.Event,
    seconds: float = TIMEOUT_SECONDS,
    window: tuple[int, int] = (1280, 720),
) -> None:
    """Opens an address in a Chromium with a fresh profile and closes it when the page has reported."""
    # Processes of the browser may still write there for a moment after it was killed.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [
                str(chromium()), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-dev-shm-usage", "--disable-background-networking", f"--window-size={window[0]},{window[1]}",
                f"--user-data-dir={profile}", "--remote-debugging-port=0", address,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            if not reported.wait(seconds):
                raise TimeoutError("the browser reported nothing")
        finally:
            process.kill()
            process.wait()


def table(measured: dict[str, list[float]]) -> str:
    """A Markdown table of the presses of each sort."""
    rows = [
        f"| {name} | {statistics.median(times):.0f} ms | {max(times):.0f} ms |"
        for name, times in measured.items()
    ]
    return "\n".join(["| in the browser | median | slowest |", "| --- | ---: | ---: |", *rows])
