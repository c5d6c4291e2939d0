import { describe, expect, it } from 'vitest';
import { namePlaces, roundTicks, yearTicks } from './axis.ts';

describe('the axes of the plot', () => {
  it('have round amounts that reach beyond the highest', () => {
    expect(roundTicks(575)).toEqual([0, 200, 400, 600]);
    expect(roundTicks(1000)).toEqual([0, 250, 500, 750, 1000]);
    expect(roundTicks(0)).toEqual([0, 1]);
    expect(roundTicks(60_123).at(-1)).toBeGreaterThanOrEqual(60_123);
  });
  it('name few enough years for a narrow screen', () => {
    expect(yearTicks(3)).toEqual([0, 1, 2, 3]);
    expect(yearTicks(11)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(yearTicks(50).length).toBeLessThanOrEqual(7);
  });
});

describe('names of lines', () => {
  const flat = (...heights: number[]) => heights.map((y) => ({ y, lowest: y }));
  const bottom = 300;
  it('stand above the highest end and below the others', () =>
    expect(namePlaces(flat(100, 40), bottom)).toEqual([120, 28]));
  it('stand below a line that rises to its end', () =>
    expect(namePlaces([...flat(40), { y: 100, lowest: 130 }], bottom)).toEqual([28, 150]));
  it('stand above a line along the foot of the plot', () =>
    expect(namePlaces(flat(40, 290), bottom)).toEqual([28, 278]));
  it('keep apart where lines end at one height', () => {
    expect(namePlaces(flat(50, 50), bottom)).toEqual([38, 70]);
    expect(namePlaces(flat(50, 55, 57), bottom)).toEqual([38, 75, 93]);
    expect(namePlaces(flat(290, 292), bottom)).toEqual([278, 260]);
  });
});
