"""Measures how smoothly the graph explorer of a built site moves, in Chromium without a window.

    python3 Tests/Benchmarks/frames.py dist 'root=component:default/shop&depth=all'
"""

import argparse
import json
import sys
from pathlib import Path

from harness import browser

_PROBE = """<!doctype html>
<link rel="icon" href="data:,">
<iframe width="1440" height="1000" src="/catalog/-/graph/?%s"></iframe>
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
await fetch("/-/report", {
  method: "POST", body: JSON.stringify({ status, drawn: Math.round(drawn), near, far }),
});
</script>
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=Path, help="the output folder of a build")
    parser.add_argument("query", help="the state of the explorer, as in its address")
    options = parser.parse_args()
    if browser.chromium() is None:
        sys.exit("chromium is not installed")
    report = json.loads(browser.report(options.site, _PROBE % options.query, window=(1500, 1100)))
    print(report["status"])
    print(f"first drawing after {report['drawn']} ms")
    print("moving, milliseconds a frame  median    95 %   worst")
    for name, times in (("near", report["near"]), ("all in sight", report["far"])):
        print(f"{name:<28}" + "".join(f"{time:>8}" for time in times))


if __name__ == "__main__":
    main()
