import type { PlainValue } from '@testamur/qti';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { pathsOf, pathsOfConfiguration, sourceOf } from './module-paths.ts';
import { fromPciJson } from './pci-json.ts';
import { type PageMessage, readHostMessage, type StartMessage } from './protocol.ts';
import { imagesIn, markupOf, startMessageOf } from './start-message.ts';

interface SandboxOptions {
  readonly props: InteractionProps<KindOf<'portable-custom'>>;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  onReady(): void;
  onFailed(reason: string): void;
  onHeight(pixels: number): void;
  onValue(value: PlainValue): void;
  /** The answer does not fit its declaration. */
  onRefused(reason: string): void;
  onState(state: string): void;
}

const statuses = { open: 'interacting', locked: 'closed', review: 'review' } as const satisfies Record<
  string,
  StartMessage['status']
>;

/** The sandbox has no network: images of the markup are brought to it as data. */
const asData = async (address: string): Promise<string | undefined> => {
  if (address.startsWith('data:')) return address;
  try {
    const blob = await (await fetch(address)).blob();
    if (!blob.type.startsWith('image/')) return undefined;
    return await new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(new Error(address));
      reader.readAsDataURL(blob);
    });
  } catch {
    return undefined;
  }
};

/** Starts an interaction in a frame that is loaded, and tells what comes of it. Returns how to end it. */
export const startSandbox = (target: Window, options: SandboxOptions): (() => void) => {
  const { props, language, direction } = options;
  const { interaction, value, mode, context } = props;
  const modules = context.modules ?? (() => Promise.reject(new Error('no modules')));
  const nonce = crypto.randomUUID();
  const { port1: port, port2 } = new MessageChannel();
  const send = (message: PageMessage) => port.postMessage(message);

  const begin = async () => {
    const { moduleConfiguration } = interaction;
    const configured = moduleConfiguration === null ? null : await modules(moduleConfiguration).catch(() => null);
    const paths = pathsOf(interaction, configured === null ? new Map() : pathsOfConfiguration(configured));

    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readHostMessage(data, nonce);
      if (message === undefined) return;
      switch (message.type) {
        case 'ready':
          return options.onReady();
        case 'failed':
          return options.onFailed(message.text);
        case 'height':
          return options.onHeight(message.pixels);
        case 'need': {
          const { id } = message;
          void sourceOf(id, paths, modules).then((source) => send({ type: 'module', nonce, id, source }));
          return;
        }
        case 'response': {
          const read = fromPciJson(message.json, interaction);
          if (read.ok) options.onValue(read.value);
          else options.onRefused(read.text);
          if (message.state !== null) options.onState(message.state);
        }
      }
    };

    const addresses = imagesIn(interaction.markup);
    const images = new Map(await Promise.all(addresses.map(async (each) => [each, await asData(each)] as const)));
    const sheets = await Promise.all(interaction.stylesheets.map((path) => modules(path).catch(() => '')));
    const start = startMessageOf({
      interaction,
      nonce,
      value,
      state: context.stateOf?.(interaction.responseIdentifier) ?? null,
      variables: context.variables ?? {},
      markup: markupOf(interaction.markup, (address) => images.get(address)),
      styles: sheets,
      language,
      direction,
      status: statuses[mode],
    });
    // A document without an origin cannot be named: the window is the one that was just loaded.
    target.postMessage(start, '*', [port2]);
  };
  begin().catch((error: unknown) => options.onFailed(error instanceof Error ? error.message : String(error)));

  return () => {
    send({ type: 'finish', nonce });
    port.onmessage = null;
    port.close();
  };
};
