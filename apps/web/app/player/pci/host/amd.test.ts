import { describe, expect, it } from 'vitest';
import { createLoader } from './amd.js';

const loaderOf = (sources: Readonly<Record<string, string>>, asked: string[] = []) =>
  createLoader(
    async (id) => {
      asked.push(id);
      return sources[id] ?? null;
    },
    (_id, source, define, require) => new Function('define', 'require', source)(define, require),
  );

describe('the module loader of the sandbox', () => {
  it('gives a factory what it depends on, each loaded once', async () => {
    const asked: string[] = [];
    const loader = loaderOf(
      {
        'pci/main': "define(['./a', 'pci/b'], (a, b) => a + b)",
        'pci/a': "define(['pci/b'], (b) => b * 2)",
        'pci/b': 'define(() => 3)',
      },
      asked,
    );
    expect(await loader.load('pci/main')).toBe(9);
    expect(asked.toSorted()).toEqual(['pci/a', 'pci/b', 'pci/main']);
  });

  it('knows named modules, plain objects, exports, and factories that call require', async () => {
    const loader = loaderOf({
      named: "define('other', ['require'], () => 1); define('named', ['other'], (other) => other + 1)",
      object: 'define({ answer: 42 })',
      common:
        "define((require, exports, module) => { exports.answer = require('object').answer; exports.id = module.id; })",
    });
    expect(await loader.load('named')).toBe(2);
    expect(await loader.load('object')).toEqual({ answer: 42 });
    expect(await loader.load('common')).toEqual({ answer: 42, id: 'common' });
  });

  it('gives what the host provides', async () => {
    const loader = loaderOf({ main: "define(['qtiCustomInteractionContext'], (context) => context.name)" });
    loader.provide('qtiCustomInteractionContext', { name: 'context' });
    expect(await loader.load('main')).toBe('context');
  });

  it('says which module is missing, and refuses modules that need each other, instead of waiting forever', async () => {
    await expect(loaderOf({ a: "define(['b'], () => 1)" }).load('a')).rejects.toThrow("There is no module 'b'.");
    const circle = loaderOf({ a: "define(['b'], () => 1)", b: "define(['a'], () => 1)" });
    await expect(circle.load('a')).rejects.toThrow('Modules need each other: a → b → a');
  });

  it('passes on the error of a source', async () => {
    await expect(loaderOf({ a: 'throw new Error("broken")' }).load('a')).rejects.toThrow('broken');
  });
});
