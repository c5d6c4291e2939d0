import { interactionsOf, type ResolveMedia, resolvePath } from '@testamur/qti';
import { textOf } from './format.ts';
import type { OpenItem, Workspace } from './workspace.ts';

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  vtt: 'text/vtt',
  pdf: 'application/pdf',
};

const typeOf = (path: string): string | undefined => types[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];

const PLAIN: readonly string[] = ['js', 'mjs', 'json', 'css'];

/** Addresses of the files of one package, made when they are first asked for. */
export class MediaAddresses {
  readonly #workspace: Workspace;
  readonly #addresses = new Map<string, string | undefined>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Pictures, sounds and films as `blob:` addresses. Modules of portable custom interactions stay paths of the package, which
   * are read by `text`; pictures beside them are `data:`, since their sandbox fetches nothing.
   */
  resolver({ folders, item }: OpenItem): ResolveMedia {
    const sandboxed = interactionsOf(item?.body ?? []).some(({ interaction }) => interaction === 'portable-custom');
    return this.resolverIn(folders, sandboxed);
  }

  /** The same for what stands outside of items. */
  resolverIn(folders: readonly string[], sandboxed = false): ResolveMedia {
    return (reference) => {
      for (const path of this.#candidates(folders, reference)) {
        if (!this.#workspace.paths.has(path)) continue;
        if (PLAIN.includes(/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '')) return `/${path}`;
        const key = `${sandboxed} ${path}`;
        if (!this.#addresses.has(key)) this.#addresses.set(key, this.#address(path, sandboxed));
        return this.#addresses.get(key);
      }
      return undefined;
    };
  }

  /** The text of a module, by a path that `resolver` gave or that the item names. */
  text({ folders }: OpenItem, reference: string): string | undefined {
    const paths = reference.startsWith('/') ? [reference.slice(1)] : this.#candidates(folders, reference);
    const found = paths.find((path) => this.#workspace.paths.has(path));
    const bytes = found === undefined ? undefined : this.#workspace.read(found);
    return bytes === undefined ? undefined : textOf(bytes);
  }

  /** Where a reference may lead; loaders of modules leave the ending off, and some count from the package's root. */
  #candidates(folders: readonly string[], reference: string): readonly string[] {
    return [...folders, ''].flatMap((folder) => {
      const resolved = resolvePath(folder, reference);
      return resolved.kind === 'inside' ? [resolved.path, `${resolved.path}.js`] : [];
    });
  }

  #address(path: string, asData: boolean): string | undefined {
    const type = typeOf(path);
    const bytes = type === undefined ? undefined : this.#workspace.read(path);
    if (type === undefined || bytes === undefined) return undefined;
    if (!asData) return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `data:${type};base64,${btoa(binary)}`;
  }
}
