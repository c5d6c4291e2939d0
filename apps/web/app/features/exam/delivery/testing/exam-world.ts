import { openExam } from '../exam.ts';
import { noHold } from '../hold.ts';
import { createMemoryStore, type EntryStore } from '../store.ts';
import { createFakeServer } from './fake-exam-server.ts';
import { createHeldTime } from './held-time.ts';

export const attemptId = 'attempt';

/** A server, and devices that can be opened on it and crash. */
export const createExamWorld = (minutes = 60) => {
  const time = createHeldTime();
  const fake = createFakeServer(time.surroundings.now, minutes);
  const stores: Record<string, EntryStore> = {};
  let attended = 'one';
  const open = (deviceId: string, store?: EntryStore) => {
    const own = store ?? stores[deviceId] ?? createMemoryStore();
    stores[deviceId] = own;
    return openExam({
      attemptId,
      deviceId,
      server: fake.server,
      store: own,
      hold: noHold,
      surroundings: { ...time.surroundings, attended: () => attended === deviceId },
    });
  };
  const attend = (deviceId: string) => {
    attended = deviceId;
  };
  return { time, fake, open, attend, stores };
};

export const response = (itemId: string, value: string) => ({ itemId, kind: 'response' as const, value });
export const valuesOf = (entries: readonly { itemId: string; value: unknown }[]) =>
  entries.map(({ itemId, value }) => `${itemId}=${String(value)}`);
