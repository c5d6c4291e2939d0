import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../key-press.ts';
import { closed, opened, stillOpen, toolCommandOf, toolLetters, toolNames, toolsFor } from './tool-names.ts';

const press = (part: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  inTextField: false,
  ...part,
});

describe('the tools at hand', () => {
  it('are what the exam allows, in the order of the menu', () => {
    expect(toolsFor(['display', 'highlighter'])).toEqual(['highlighter', 'display']);
    expect(toolsFor([])).toEqual([]);
  });
  it('have one calculator alone', () => {
    expect(toolsFor(['calculator', 'scientific-calculator'])).toEqual(['scientific-calculator']);
    expect(toolsFor(['calculator'])).toEqual(['calculator']);
  });
  it('follow the item in its calculator, rule and protractor', () => {
    const basic = { kind: 'calculator', calculatorType: 'basic', description: null } as const;
    const scientific = { kind: 'calculator', calculatorType: 'scientific', description: null } as const;
    const rule = { kind: 'rule', description: null, units: {} } as const;
    const paper = { kind: 'physical', description: 'A sheet of paper' } as const;
    expect(toolsFor(['scientific-calculator'], [basic])).toEqual(['calculator']);
    expect(toolsFor(['calculator', 'notes'], [scientific, rule, paper])).toEqual([
      'notes',
      'scientific-calculator',
      'rule',
    ]);
  });
  it('each have a letter of their own, and none of the player’s', () => {
    const used = new Set(toolNames.filter((tool) => tool !== 'calculator').map((tool) => toolLetters[tool]));
    expect(used.size).toBe(toolNames.length - 1);
    for (const letter of 'xfnprm') expect(used).not.toContain(letter);
  });
});

describe('the keys of the tools', () => {
  const all = toolsFor(toolNames);
  it('open the tools that are at hand', () => {
    expect(toolCommandOf(press({ key: 'k' }), true, all)).toEqual({ do: 'tool', tool: 'scientific-calculator' });
    expect(toolCommandOf(press({ key: 'k' }), true, ['calculator'])).toEqual({ do: 'tool', tool: 'calculator' });
    expect(toolCommandOf(press({ key: 'k' }), true, ['notes'])).toBeUndefined();
  });
  it('sleep in text fields and when letters are off, but for Alt+Shift', () => {
    expect(toolCommandOf(press({ key: 'h', inTextField: true }), true, all)).toBeUndefined();
    expect(toolCommandOf(press({ key: 'h' }), false, all)).toBeUndefined();
    const held = press({ key: 'Ó', code: 'KeyH', altKey: true, shiftKey: true, inTextField: true });
    expect(toolCommandOf(held, false, all)).toEqual({ do: 'tool', tool: 'highlighter' });
  });
  it('leave the keys of the browser alone', () => {
    expect(toolCommandOf(press({ key: 'h', ctrlKey: true }), true, all)).toBeUndefined();
    expect(toolCommandOf(press({ key: 'h', metaKey: true }), true, all)).toBeUndefined();
    expect(toolCommandOf(press({ key: 'h', altKey: true }), true, all)).toBeUndefined();
  });
  it('close and go around from everywhere', () => {
    expect(toolCommandOf(press({ key: 'Escape', inTextField: true }), false, all)).toEqual({ do: 'close' });
    expect(toolCommandOf(press({ key: 'F6', inTextField: true }), false, all)).toEqual({ do: 'around' });
  });
});

describe('open tools', () => {
  it('have the one that was opened last on top, once', () => {
    expect(opened(opened(opened([], 'notes'), 'rule'), 'notes')).toEqual(['rule', 'notes']);
    expect(closed(['rule', 'notes'], 'notes')).toEqual(['rule']);
  });
  it('that are not at hand on the next item are gone', () => {
    expect(stillOpen(['rule', 'notes'], ['notes', 'display'])).toEqual(['notes']);
  });
});
