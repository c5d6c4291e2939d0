/** What the page sends into the sandbox at the start, beside a port; everything after goes through the port. */
export interface StartMessage {
  readonly testamur: 'pci';
  readonly type: 'start';
  readonly nonce: string;
  readonly typeIdentifier: string;
  readonly module: string | null;
  /** HTML of the interaction's markup, made from its allowed elements. */
  readonly markup: string;
  readonly styles: readonly string[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly responseIdentifier: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly boundTo: Readonly<Record<string, unknown>>;
  readonly templateVariables: Readonly<Record<string, unknown>>;
  readonly contextVariables: Readonly<Record<string, unknown>>;
  readonly status: 'interacting' | 'closed' | 'review';
  readonly state: string | null;
}

/** What the page sends later. `module`: an answer to `need`. */
export type PageMessage =
  | { readonly type: 'module'; readonly nonce: string; readonly id: string; readonly source: string | null }
  | { readonly type: 'finish'; readonly nonce: string };

/** What comes out of the sandbox. It is written by anybody: nothing of it is believed before `readHostMessage`. */
export type HostMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'need'; readonly id: string }
  | { readonly type: 'height'; readonly pixels: number }
  | { readonly type: 'response'; readonly json: unknown; readonly state: string | null; readonly done: boolean }
  | { readonly type: 'failed'; readonly text: string };

export const heightLimits = { min: 48, max: 1_600 } as const;

/** The most characters of a response or state. */
const maxText = 2_000_000;

const isText = (value: unknown, max: number): value is string => typeof value === 'string' && value.length <= max;

/** A message out of the sandbox, when it is one: of a known type, with every part in bounds, and with the nonce. */
export const readHostMessage = (data: unknown, nonce: string): HostMessage | undefined => {
  if (typeof data !== 'object' || data === null || !('nonce' in data) || data.nonce !== nonce) return undefined;
  const { type, id, pixels, json, state, done, text } = data as Partial<Record<string, unknown>>;
  switch (type) {
    case 'ready':
      return { type };
    case 'need':
      return isText(id, 200) && id !== '' ? { type, id } : undefined;
    case 'height':
      return typeof pixels === 'number' && Number.isFinite(pixels)
        ? { type, pixels: Math.round(Math.max(heightLimits.min, Math.min(heightLimits.max, pixels))) }
        : undefined;
    case 'response': {
      // JSON text, so that nothing but JSON can be inside: no functions, cycles or strange objects.
      if (!isText(json, maxText) || !(state === null || isText(state, maxText))) return undefined;
      try {
        return { type, json: JSON.parse(json) as unknown, state, done: done === true };
      } catch {
        return undefined;
      }
    }
    case 'failed':
      return isText(text, 2_000) ? { type, text } : undefined;
    default:
      return undefined;
  }
};
