// Dates say how long ago they were; the date itself stays in the title.
import { locale } from "./strings.js";

const units = [
  ["year", 31536000],
  ["month", 2592000],
  ["week", 604800],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];

export function enhanceTimes() {
  const times = document.querySelectorAll("time[data-cb-time]");
  if (times.length === 0) return;
  // To read a language's rules takes a browser longer than all else that a page starts with, and no control waits for it.
  (globalThis.requestIdleCallback ?? setTimeout)(() => tell(times));
}

function tell(times) {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const time of times) {
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
    if (Number.isNaN(seconds)) continue;
    const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units.at(-1);
    time.title = time.textContent;
    time.textContent = format.format(Math.round(seconds / size), unit);
  }
}
