import { verifyChain } from '../audit/chain.ts';
import { readExport } from '../audit/read.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok, UsageError } from '../shell/errors.ts';
import { jsonOption, writeJson } from '../shell/render.ts';

const readHead = (head: string | undefined): string | undefined => {
  if (head === undefined || /^[0-9a-f]{64}$/.test(head)) return head;
  throw new UsageError('--head is no hash; give the 64 hexadecimal digits that were written down.');
};

export const auditVerify = defineCommand({
  name: 'audit verify',
  summary: 'Verify an exported audit chain without the server',
  description:
    'Recomputes each entry of the export of an organization (GET /api/organizations/ORGANIZATION/audit/export): the\n' +
    'SHA-256 of the hash before it and its content. A chain whose end was cut off still holds; a head that was written\n' +
    'down before tells, because it must stand in every later export.',
  arguments: [{ name: 'FILE', says: 'The export, JSON.' }],
  options: {
    head: { type: 'string', value: 'HASH', says: 'A head that was written down before; it must be in the chain.' },
    json: jsonOption,
  },
  examples: ['testamur audit verify audit.json', 'testamur audit verify audit.json --head 3f0a…'],
  exits: ['The chain holds.', 'It is broken, or lacks the head.'],
  run: async ({ values, positionals: [file = ''], io }) => {
    const wanted = readHead(values.head);
    const { organization, entries } = await readExport(file);
    const report = verifyChain(entries);
    const hasHead = wanted === undefined || entries.slice(0, report.entries).some(({ hash }) => hash === wanted);
    const holds = report.intact && hasHead;
    if (values.json)
      writeJson(io, { organization, ok: holds, ...report, ...(wanted === undefined ? {} : { hasHead }) });
    else if (!report.intact) {
      io.out(`${organization}: broken at entry ${report.brokenAt}: ${report.reason}. ${report.entries} entries hold.`);
    } else if (!hasHead) io.out(`${organization}: ${report.entries} entries hold, and the head is not among them.`);
    else io.out(`${organization}: ${report.entries} entries hold. Head: ${report.head}`);
    return holds ? ok : failed;
  },
});
