import { describe, expect, it } from 'vitest';
import type { ItemSummary } from '../engine/summaries.ts';
import { candidatesOf, guessTopic, keptItem, requestsOf, topicGroups } from './plan.ts';

const item = (index: number, over: Partial<ItemSummary> = {}): ItemSummary => ({
  index,
  file: 'a.xml',
  identifier: `i${index}`,
  title: '',
  version: '3.0',
  status: 'ok',
  messages: [],
  kinds: ['choice'],
  adaptive: false,
  random: false,
  topic: null,
  cognitiveLevel: null,
  objective: null,
  obstacles: [],
  ...over,
});

const program = { id: 'p', title: 'P', topics: [{ id: 'tree-biology', title: 'Tree biology' }] };

describe('keeping items', () => {
  it('offers neither refused items nor those that the bank does not take', () => {
    const items = [
      item(0),
      item(1, { status: 'refused' }),
      item(2, { obstacles: ['media'] }),
      item(3, { status: 'loss' }),
    ];
    expect(candidatesOf(items).map(({ index }) => index)).toEqual([0, 3]);
  });

  it('asks for one topic for each that the package names, and one for none', () => {
    const groups = topicGroups([item(0), item(1, { topic: 'Soil' }), item(2)]);
    expect(groups).toEqual([
      { topic: '', items: [0, 2] },
      { topic: 'Soil', items: [1] },
    ]);
  });

  it.each([
    ['tree-biology', 'tree-biology'],
    ['Tree Biology', 'tree-biology'],
    ['$course$/top/Tree biology', 'tree-biology'],
    ['Soil', ''],
    ['', ''],
  ])('takes %j for the topic %j', (name, topic) => {
    expect(guessTopic(name, program)).toBe(topic);
  });

  it('lets the manifest go before what is chosen for the others', () => {
    const defaults = { topics: { '': 'soil' }, level: 'remember', objective: 'Names trees' };
    expect(keptItem('<x/>', item(0, { cognitiveLevel: 'apply' }), defaults)).toEqual({
      xml: '<x/>',
      topic: 'soil',
      cognitiveLevel: 'apply',
      objective: 'Names trees',
    });
  });

  it('sends requests that the server reads, in order, none empty', () => {
    const kept = (length: number) => ({ xml: 'x'.repeat(length), topic: 't', cognitiveLevel: 'l', objective: '' });
    const sizes = (lengths: readonly number[]) => requestsOf(lengths.map(kept)).map((request) => request.length);
    expect(sizes([])).toEqual([]);
    expect(sizes([300_000, 300_000, 300_000])).toEqual([2, 1]);
    expect(sizes([999_999, 10])).toEqual([1, 1]);
  });
});
