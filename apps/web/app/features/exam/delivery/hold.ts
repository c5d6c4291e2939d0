/** Of the tabs of one browser, one writes. */
export interface Held {
  release(): void;
}

export interface Hold {
  /**
   * @param steal takes it from the tab that has it.
   * @param lost called when another tab has taken it.
   * @returns undefined where another tab has it.
   */
  take(name: string, options: { readonly steal: boolean; readonly lost: () => void }): Promise<Held | undefined>;
}

const graceMs = 1_500;

const freeHold: Hold = { take: async () => ({ release: () => undefined }) };

/** By Web Locks: given back when the tab closes or crashes. Browsers without them leave it to the server to decide. */
export const createTabHold = (locks: LockManager | undefined): Hold => {
  if (!locks) return freeHold;
  return {
    take: (name, { steal, lost }) =>
      new Promise((resolve) => {
        let held = false;
        const keep = () =>
          new Promise<void>((release) => {
            held = true;
            resolve({ release });
          });
        // A page that is loaded again waits a moment for what it was before.
        const options = steal ? { steal: true } : { signal: AbortSignal.timeout(graceMs) };
        locks.request(name, options, keep).catch(() => (held ? lost() : resolve(undefined)));
      }),
  };
};

/** For practice. */
export const noHold: Hold = freeHold;
