// The rows of the current view as files.

/** RFC 4180: lines end in CRLF, and what holds a comma, a quote or a line break stands in quotes. */
export function toCSV(columns, records) {
  const line = (cells) => cells.map(cell).join(",") + "\r\n";
  return line(columns) + records.map((record) => line(columns.map((column) => record[column]))).join("");
}

function cell(value) {
  const text = Array.isArray(value) ? value.join(" ") : String(value ?? "");
  // Spreadsheets run what begins with one of these; a quote makes it text again.
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An array of objects, a line each, so that files compare well. */
export function toJSON(records) {
  return `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;
}

/** What both have of a row: the reference first, then the columns shown. */
export function recordOf(table, row, columns) {
  const record = { ref: table.ref(row), name: table.names[row], title: table.titles[row] };
  for (const column of columns) record[column] = valueOf(table, row, column);
  return record;
}

function valueOf(table, row, column) {
  switch (column) {
    case "tags": return table.tagsOf(row);
    case "targets": return table.targets?.[row] ?? [];
    case "description": return table.descriptions?.[row] ?? null;
    case "owner": case "system": case "domain": case "kind": case "namespace": return table.value(column, row);
    default: {
      const { codes, names } = table.columns.get(column);
      return codes[row] < 0 ? null : names[codes[row]];
    }
  }
}

/** Has the browser save a text under a name. */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
