/** What the tools keep: on this device alone, by a name within the attempt. */
export interface ToolMemory {
  read(name: string): string | null;
  /** Says whether it is kept. */
  write(name: string, text: string): boolean;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefixOf = (attemptId: string): string => `testamur-tools ${attemptId} `;

/** The memory of an attempt; without a store of the browser it holds as long as the page. */
export const toolMemory = (attemptId: string, store: () => Store = () => localStorage): ToolMemory => {
  const prefix = prefixOf(attemptId);
  const here = new Map<string, string>();
  return {
    read: (name) => {
      const held = here.get(name);
      if (held !== undefined) return held;
      try {
        return store().getItem(prefix + name);
      } catch {
        return null;
      }
    },
    write: (name, text) => {
      here.set(name, text);
      try {
        if (text === '') store().removeItem(prefix + name);
        else store().setItem(prefix + name, text);
        return true;
      } catch {
        return false;
      }
    },
  };
};

/** Takes everything of an attempt off this device: when it was submitted. */
export const forgetTools = (attemptId: string, store: () => Store = () => localStorage): void => {
  try {
    const kept = store();
    const names = Array.from({ length: kept.length }, (_none, at) => kept.key(at));
    for (const name of names) if (name?.startsWith(prefixOf(attemptId))) kept.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
};
