import path from 'node:path';
import { type Message, maxScore, parseItem, parseManifest } from '@testamur/qti';
import { defineCommand } from '../shell/command.ts';
import { failed, ok } from '../shell/errors.ts';
import { readText } from '../shell/read-file.ts';
import { counted, jsonOption, writeJson } from '../shell/render.ts';

interface Checked {
  readonly file: string;
  readonly kind: 'item' | 'manifest';
  readonly status: 'ok' | 'loss' | 'refused';
  readonly identifier?: string;
  /** Score points; null when the item cannot be scored. */
  readonly maxScore?: number | null;
  readonly messages: readonly Message[];
}

const checkText = (file: string, xml: string): Checked => {
  if (path.basename(file) === 'imsmanifest.xml') {
    const found = parseManifest(xml);
    const { status, messages } = found;
    const identifier = found.status === 'refused' ? {} : { identifier: found.manifest.identifier };
    return { file, kind: 'manifest', status, ...identifier, messages };
  }
  const found = parseItem(xml);
  const { status, messages } = found;
  if (found.status === 'refused') return { file, kind: 'item', status, messages };
  return { file, kind: 'item', status, identifier: found.item.identifier, maxScore: maxScore(found.item), messages };
};

const linesFor = ({ file, kind, status, identifier, maxScore: points, messages }: Checked): readonly string[] => {
  if (status !== 'ok') return messages.map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`);
  const worth = kind === 'manifest' ? '' : `, ${points === null ? 'not scorable' : counted(points ?? 0, 'point')}`;
  return [`${file}: ${kind} ${identifier}${worth}`];
};

export const qtiCheck = defineCommand({
  name: 'qti check',
  summary: 'Check QTI 3 items and manifests',
  description:
    'Says for each file whether it is read in full. What would be left out is written as FILE:LINE:COLUMN. A file named\n' +
    'imsmanifest.xml is read as the manifest of a content package, every other one as an item.',
  arguments: [{ name: 'FILE', says: 'XML files.', repeats: true }],
  options: { json: jsonOption },
  examples: ['testamur qti check items/*.xml', 'testamur qti check imsmanifest.xml --json'],
  exits: ['All files are read in full.', 'Something is left out, or a file is refused.'],
  run: async ({ values, positionals, io }) => {
    const files: Checked[] = [];
    for (const file of positionals) files.push(checkText(file, await readText(file)));
    const sound = files.filter(({ status }) => status === 'ok').length;
    const isSound = sound === files.length;
    if (values.json) writeJson(io, { ok: isSound, files });
    else {
      for (const checked of files) for (const line of linesFor(checked)) io.out(line);
      io.err(`${sound} of ${counted(files.length, 'file')} read in full.`);
    }
    return isSound ? ok : failed;
  },
});
