import { expect, test } from 'vitest';
import { closeAll } from './close-all.ts';

test('everything is closed, the last opened first, though one fails', async () => {
  const closed: string[] = [];
  const logged: unknown[] = [];
  const closer = (name: string, error?: Error) => async () => {
    closed.push(name);
    if (error) throw error;
  };
  const opened = [closer('database'), closer('context', new Error('The worker hangs.')), closer('app')];
  await closeAll(opened, { error: (fields: unknown) => void logged.push(fields) });
  expect(closed).toEqual(['app', 'context', 'database']);
  expect(logged).toHaveLength(1);
});
