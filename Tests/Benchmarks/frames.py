"""Measures how smoothly the graph explorer of a built site moves, in Chromium without a window.

    python3 Tests/Benchmarks/frames.py dist 'root=component:default/shop&depth=all'
"""

import argparse
import functools
import http.server
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse
from pathlib import Path

_PROBE = """<!doctype html>
<link rel="icon" href="data:,">
<iframe width="1440" height="1000" src="catalog/-/graph/?%s"></iframe>
<script type="module">
const frame = document.querySelector("iframe");
const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
const start = performance.now();
const find = (selector) => frame.contentDocument?.querySelector(selector);
while (!find(".explorer-canvas .graph-node")) await rest(20);
const drawn = performance.now() - start;
await rest(1500);
const stage = find(".explorer-stage");
stage.setPointerCapture = () => {};
const bounds = stage.getBoundingClientRect();
const send = (type, x, y) => stage.dispatchEvent(new frame.contentWindow.PointerEvent(type, {
  pointerId: 1, clientX: bounds.left + x, clientY: bounds.top + y, button: 0, bubbles: true,
}));
const frames = async () => {
  const times = [];
  send("pointerdown", 600, 300);
  let last = performance.now();
  for (let step = 0; step < 120; step += 1) {
    send("pointermove", 600 + Math.sin(step / 9) * 320, 300 + Math.cos(step / 9) * 220);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  send("pointerup", 600, 300);
  times.sort((a, b) => a - b);
  return [times[60], times[113], times[119]].map((time) => Math.round(time * 10) / 10);
};
const near = await frames();
find(".explorer-zoom button:last-child").click();
await rest(1000);
const far = await frames();
const status = find(".explorer-status").textContent;
await fetch(`report?${encodeURIComponent(JSON.stringify({ status, drawn: Math.round(drawn), near, far }))}`);
</script>
"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site, the probe and its report."""

    def __init__(self, *arguments, query: str, reports: list[str], **options):
        self.query = query
        self.reports = reports
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        if self.path.startswith("/report?"):
            self.reports.append(urllib.parse.unquote(self.path.split("?", 1)[1]))
            self.send_response(204)
            self.end_headers()
        elif self.path == "/probe":
            body = (_PROBE % self.query).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            super().do_GET()

    def log_message(self, *_) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=Path, help="the output folder of a build")
    parser.add_argument("query", help="the state of the explorer, as in its address")
    options = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("chromium is not installed")
    reports: list[str] = []
    handler = functools.partial(
        _Handler, directory=str(options.site), query=options.query, reports=reports
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(
            [
                chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--window-size=1500,1100", f"--user-data-dir={profile}", "--remote-debugging-port=0",
                f"http://127.0.0.1:{server.server_port}/probe",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        try:
            for _ in range(1200):
                if reports:
                    break
                try:
                    browser.wait(0.1)
                except subprocess.TimeoutExpired:
                    continue
        finally:
            browser.kill()
            browser.wait()
    if not reports:
        sys.exit("no report came")
    report = json.loads(reports[0])
    print(report["status"])
    print(f"first drawing after {report['drawn']} ms")
    print("moving, milliseconds a frame  median    95 %   worst")
    for name, times in (("near", report["near"]), ("all in sight", report["far"])):
        print(f"{name:<28}" + "".join(f"{time:>8}" for time in times))


if __name__ == "__main__":
    main()
