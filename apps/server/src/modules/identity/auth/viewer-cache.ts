import type { Viewer } from '../../../platform/http/index.ts';

const keepMs = 5_000;
const capacity = 10_000;

interface Entry {
  readonly until: number;
  readonly viewer: Promise<Viewer | undefined>;
  personId?: string;
  sessionId?: string;
}

/**
 * Who stands behind a credential, remembered for five seconds: a page or an exam asks many times within one. This
 * process forgets at once who signed out here; another process of the installation forgets within the five seconds.
 */
export class ViewerCache {
  readonly #entries = new Map<string, Entry>();

  get(credential: string, find: () => Promise<Viewer | undefined>): Promise<Viewer | undefined> {
    const known = this.#entries.get(credential);
    if (known && known.until > performance.now()) return known.viewer;
    this.#makeRoom();
    const viewer = find();
    const entry: Entry = { until: performance.now() + keepMs, viewer };
    this.#entries.delete(credential);
    this.#entries.set(credential, entry);
    viewer.then(
      (found) => {
        if (found) Object.assign(entry, { personId: found.personId, sessionId: found.sessionId });
      },
      () => this.#entries.delete(credential),
    );
    return viewer;
  }

  forgetPerson(personId: string): void {
    this.#forget((entry) => entry.personId === personId);
  }

  forgetSession(sessionId: string): void {
    this.#forget((entry) => entry.sessionId === sessionId);
  }

  /** Entries that are still being looked up go, too: whom they are about is not known yet. */
  #forget(matches: (entry: Entry) => boolean): void {
    for (const [credential, entry] of this.#entries) {
      if (entry.personId === undefined || matches(entry)) this.#entries.delete(credential);
    }
  }

  /** Entries stand in the order of their age. */
  #makeRoom(): void {
    const now = performance.now();
    for (const [credential, entry] of this.#entries) {
      if (entry.until > now && this.#entries.size < capacity) return;
      this.#entries.delete(credential);
    }
  }
}
