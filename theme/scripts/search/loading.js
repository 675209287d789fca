// Fetches the files of the index.

/**
 * The `load` of a SearchEngine for the index at the URL of its entry file.
 *
 * The entry is asked for anew each time; everything else is addressed by the build's id and may be kept by
 * the browser for as long as it likes.
 */
export function loaderFor(entryURL) {
  return async (path, build) => {
    const isEntry = build === null;
    const url = isEntry ? new URL(entryURL) : new URL(path, entryURL);
    if (!isEntry) url.searchParams.set("h", build);
    const response = await fetch(url, { cache: isEntry ? "no-cache" : "default" });
    if (!response.ok) throw new Error(`${response.status} for ${url.pathname}`);
    return response.json();
  };
}
