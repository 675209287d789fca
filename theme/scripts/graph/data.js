// Reads the catalog's graph: one file for the entities of one hash, loaded when one of them is asked for.

const FORMAT = 1;

/** FNV-1a with 32 bits over UTF-8, by which an entity's file is found. */
export function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** The graph whose entry file `load("entry.json")` gives; `load` gives the parsed JSON of a file beside it. */
export class GraphData {
  constructor(load) {
    this.load = load;
    this.files = new Map();
    this.names = new Map();
    this.missing = new Set();
  }

  open() {
    this.opening ??= this.load("entry.json").then((entry) => {
      if (entry.format !== FORMAT) throw new Error(`graph data has format ${entry.format}`);
      this.entry = entry;
      // By name: the relation that is drawn, and whether it leads the other way.
      this.directions = new Map();
      for (const { primary, inverse, label } of entry.pairs) {
        this.directions.set(primary, { primary, inverse, label, isInverse: false });
        this.directions.set(inverse, { primary, inverse, label, isInverse: true });
      }
      return this;
    }).catch((error) => {
      // A failure must not stick.
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  /** The relations of an entity: `[{ type, count, targets: [ref] }]`; null when there is no such entity. */
  async relations(ref) {
    await this.open();
    const number = hashOf(ref) & (this.entry.files - 1);
    if (!this.files.has(number)) {
      const file = this.load(`${number}.json`).then((json) => this.take(json));
      // A failure, such as a lost connection, must not stick.
      file.catch(() => this.files.delete(number));
      this.files.set(number, file);
    }
    return (await this.files.get(number)).get(ref) ?? null;
  }

  /** The targets of a relation that do not stand with the entity. */
  async rest(ref, type, count) {
    const [, kind, namespace, name] = /^([^:]+):([^/]+)\/(.+)$/u.exec(ref);
    const pages = Math.ceil((count - this.entry.listed) / this.entry.pageSize);
    const numbers = Array.from({ length: pages }, (_, index) => index + 1);
    const folder = ["lists", kind, namespace, name].map(encodeURIComponent).join("/");
    const files = await Promise.all(
      numbers.map((number) => this.load(`${folder}/${type.toLowerCase()}-${number}.json`)),
    );
    return files.flatMap((json) => {
      this.takeNames(json);
      return json.refs;
    });
  }

  takeNames({ refs, names, missing }) {
    for (const [place, name] of Object.entries(names)) this.names.set(refs[place], name);
    for (const place of missing) this.missing.add(refs[place]);
  }

  take(json) {
    this.takeNames(json);
    const entities = new Map();
    json.relations.forEach((groups, place) => {
      entities.set(json.refs[place], groups.map(([type, count, targets]) => ({
        type: this.entry.relations[type], count, targets: targets.map((target) => json.refs[target]),
      })));
    });
    return entities;
  }

  /** What to show for a reference whose file, or that of an entity related to it, was read. */
  nameOf(ref) {
    return this.names.get(ref) ?? ref.slice(ref.indexOf("/") + 1);
  }
}
