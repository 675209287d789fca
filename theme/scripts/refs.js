// Full references of entities: `component:default/shop`.

/** The kind, namespace and name of a reference; undefined for what is none. */
const partsOf = (ref) => /^([^:]*):([^/]*)\/(.*)$/su.exec(ref)?.slice(1);

/** Where the page of an entity is, from the root of the site. */
export function pageOf(ref) {
  const [kind, namespace, name] = partsOf(ref);
  return `catalog/${[namespace, kind, name].map(encodeURIComponent).join("/")}/`;
}

/** The page of a reference that a browser kept, with its name and kind; null where it is no reference. */
export function keptPage(ref) {
  const [kind, , name] = partsOf(ref) ?? [];
  return name ? { url: pageOf(ref), title: name, kind } : null;
}
