/**
 * A module loader of the asynchronous module definition, as far as portable custom interactions use it: define and require
 * with ids, relative ids, `require`, `exports` and `module`. Sources are asked for by id.
 */
export function createLoader(fetchSource, evaluate) {
  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();
  /** Definitions by id that were made by a source and not used yet; `''` for the one without a name. */
  let defined = null;

  function absolute(id, from) {
    if (!id.startsWith('.')) return id;
    const parts = from.split('/').slice(0, -1);
    for (const part of id.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    return parts.join('/');
  }

  function define(...given) {
    const [id, dependencies, factory] =
      typeof given[0] === 'string'
        ? given.length > 2
          ? given
          : [given[0], null, given[1]]
        : given.length > 1
          ? [null, ...given]
          : [null, null, given[0]];
    const definition = { dependencies, factory };
    if (defined === null) {
      // Called later than its source ran: it can only be known by its name.
      if (id !== null) loading.set(id, run(id, definition, []));
      return;
    }
    defined.set(id === null ? '' : id, definition);
  }
  define.amd = { jQuery: true };

  async function run(id, { dependencies, factory }, trail) {
    if (typeof factory !== 'function') return factory;
    const module = { id, exports: {} };
    const values = { module, exports: module.exports, require: requireFrom(id) };
    const names = dependencies === null ? ['require', 'exports', 'module'].slice(0, factory.length) : dependencies;
    if (dependencies === null) await loadMentioned(factory, id, trail);
    const ready = await Promise.all(
      names.map((name) => (name in values ? values[name] : load(absolute(name, id), [...trail, id]))),
    );
    const result = factory.apply(undefined, ready);
    return result === undefined ? module.exports : result;
  }

  /** A factory without a list asks by `require('id')` while it runs: what its text mentions is loaded before. */
  async function loadMentioned(factory, id, trail) {
    const mentioned = [...String(factory).matchAll(/\brequire\(\s*(['"])([^'"]+)\1\s*\)/g)].map((match) => match[2]);
    await Promise.all(mentioned.map((name) => load(absolute(name, id), [...trail, id])));
  }

  const values = new Map();

  function load(id, trail) {
    if (trail.includes(id)) return Promise.reject(new Error(`Modules need each other: ${[...trail, id].join(' → ')}`));
    const known = loading.get(id);
    if (known) return known;
    const made = fetchSource(id).then(async (source) => {
      if (source === null) throw new Error(`There is no module '${id}'.`);
      defined = new Map();
      let own;
      let others;
      try {
        evaluate(id, source, define, requireFrom(id));
        own = defined.get(id) ?? defined.get('');
        others = [...defined].filter(([name, each]) => name !== '' && each !== own);
      } finally {
        defined = null;
      }
      for (const [name, each] of others) if (!loading.has(name)) loading.set(name, keep(name, run(name, each, [])));
      // A script that defines nothing may have registered itself.
      return own === undefined ? undefined : run(id, own, trail);
    });
    const kept = keep(id, made);
    loading.set(id, kept);
    return kept;
  }

  function keep(id, promise) {
    return promise.then((value) => {
      values.set(id, value);
      return value;
    });
  }

  function requireFrom(from) {
    function require(wanted, then, failed) {
      if (typeof wanted === 'string') {
        const id = absolute(wanted, from);
        if (!values.has(id)) throw new Error(`The module '${id}' is not loaded yet: name it in define([...]).`);
        return values.get(id);
      }
      Promise.all(wanted.map((id) => load(absolute(id, from), [])))
        .then((ready) => then?.(...ready))
        .catch((error) => (failed ? failed(error) : Promise.reject(error)));
    }
    require.config = () => require;
    require.toUrl = (id) => id;
    return require;
  }

  return {
    define,
    require: requireFrom(''),
    load: (id) => load(id, []),
    provide: (id, value) => {
      values.set(id, value);
      loading.set(id, Promise.resolve(value));
    },
  };
}
