import type { Manifest, ManifestResource } from '../manifest/manifest.ts';
import type { AssessmentItem, AssessmentStimulus, QtiVersion } from '../model/item.ts';
import type { Message } from '../model/message.ts';
import type { AssessmentTest, Section } from '../model/test.ts';

/** A message about the package; `file` is a path inside it, or '' for the package as a whole. */
export interface PackageMessage extends Message {
  readonly file: string;
}

/**
 * What became of one document of a package. `identifier` and `version` are null where it was refused before they are known;
 * `resource` is what the manifest says of it.
 */
export interface PackageDocument {
  readonly file: string;
  readonly identifier: string | null;
  readonly version: QtiVersion | null;
  readonly status: 'ok' | 'loss' | 'refused';
  readonly messages: readonly Message[];
  readonly resource?: ManifestResource;
}

/** `media` and `stimuli` are the files of the package that it uses. */
export interface PackageItem extends PackageDocument {
  readonly item?: AssessmentItem;
  readonly media: readonly string[];
  readonly stimuli: readonly string[];
}

/** Sections in files of their own have been put in. `items` are the files of its items, in the order of the test, each once. */
export interface PackageTest extends PackageDocument {
  readonly test?: AssessmentTest;
  readonly media: readonly string[];
  readonly items: readonly string[];
}

/** A section in a file of its own, as it is written; its tests have it put in. */
export interface PackageSection extends PackageDocument {
  readonly section?: Section;
  readonly media: readonly string[];
}

export interface PackageStimulus extends PackageDocument {
  readonly stimulus?: AssessmentStimulus;
  readonly media: readonly string[];
}

/**
 * What became of a package (QTI 3.0 packaging: IMS Content Packaging 1.2). `refused`: nothing could be read, and the messages say
 * why; `loss`: something in it, or some document, has messages. `manifest` is null without one that can be read.
 */
export interface PackageReport {
  readonly status: 'ok' | 'loss' | 'refused';
  readonly manifest: Manifest | null;
  readonly items: readonly PackageItem[];
  readonly tests: readonly PackageTest[];
  readonly sections: readonly PackageSection[];
  readonly stimuli: readonly PackageStimulus[];
  /** Files that are neither documents nor the manifest, and whole. */
  readonly media: readonly string[];
  readonly messages: readonly PackageMessage[];
  /** The bytes of a file; undefined without it, or when it is damaged, as a message then says. */
  read(path: string): Uint8Array | undefined;
}

const MAX_PER_FILE = 100;

/** Collects messages about the package. */
export class PackageLog {
  readonly messages: PackageMessage[] = [];
  readonly #counts = new Map<string, number>();

  add(file: string, text: string, place: Pick<Message, 'line' | 'column'> = { line: 1, column: 1 }): void {
    const count = (this.#counts.get(file) ?? 0) + 1;
    this.#counts.set(file, count);
    const { line, column } = place;
    if (count <= MAX_PER_FILE) this.messages.push({ file, line, column, text });
    else if (count === MAX_PER_FILE + 1) {
      this.messages.push({ file, line: 1, column: 1, text: 'there is more to say; the rest is not listed' });
    }
  }
}
