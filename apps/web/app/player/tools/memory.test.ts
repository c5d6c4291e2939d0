import { describe, expect, it } from 'vitest';
import { forgetTools, toolMemory } from './memory.ts';

const storeOf = (kept: Map<string, string>) => () => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => void kept.set(name, text),
  removeItem: (name: string) => void kept.delete(name),
  key: (at: number) => [...kept.keys()][at] ?? null,
  get length() {
    return kept.size;
  },
});
const closedStore = () => {
  throw new Error('SecurityError');
};

describe('what the tools keep on the device', () => {
  it('is found again on the next visit, by attempt', () => {
    const store = storeOf(new Map());
    expect(toolMemory('a-1', store).write('note', 'Look up 245')).toBe(true);
    expect(toolMemory('a-1', store).read('note')).toBe('Look up 245');
    expect(toolMemory('a-2', store).read('note')).toBe(null);
  });
  it('holds as long as the page where the browser keeps nothing, and says so', () => {
    const memory = toolMemory('a-1', closedStore);
    expect(memory.write('note', 'Look up 245')).toBe(false);
    expect(memory.read('note')).toBe('Look up 245');
  });
  it('is gone when the attempt is submitted, and nothing else is', () => {
    const kept = new Map([['testamur-exam-settings', '{}']]);
    const store = storeOf(kept);
    for (const [attempt, name] of [
      ['a-1', 'note'],
      ['a-1', 'marks i-1'],
      ['a-10', 'note'],
    ] as const)
      toolMemory(attempt, store).write(name, 'x');
    forgetTools('a-1', store);
    expect([...kept.keys()]).toEqual(['testamur-exam-settings', 'testamur-tools a-10 note']);
    expect(() => forgetTools('a-1', closedStore)).not.toThrow();
  });
  it('takes no room when it is empty', () => {
    const kept = new Map<string, string>();
    const memory = toolMemory('a-1', storeOf(kept));
    memory.write('note', 'x');
    memory.write('note', '');
    expect(kept.size).toBe(0);
    expect(memory.read('note') ?? '').toBe('');
  });
});
