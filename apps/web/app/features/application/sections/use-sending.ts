import { type ChangeEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { apiProblemOf } from '../../../loading/refusal.ts';
import type { EvidenceFile } from '../candidacy.ts';

/** A file on its way: `saved` once the server has it, `failed` with the reason when it has not. */
export interface Sending {
  readonly key: string;
  readonly file: File;
  readonly saved?: EvidenceFile;
  /** The API's sentence, or empty when there was no answer. */
  readonly failed?: string;
}

const upload = async (candidacyId: string, { key, file }: Sending): Promise<Partial<Sending>> => {
  try {
    const { browserApi } = await import('../../../api.client.ts');
    // The key of the row: a file that arrived although its answer was lost is not saved twice.
    return {
      saved: await browserApi.candidacies.uploadFile({ candidacyId, file }, { context: { idempotencyKey: key } }),
    };
  } catch (error) {
    return { failed: apiProblemOf(error)?.message ?? '' };
  }
};

/** Sends each picked file by itself. The input always holds those that the server does not have yet. */
export const useSending = (candidacyId: string, input: RefObject<HTMLInputElement | null>) => {
  const [rows, setRows] = useState<readonly Sending[]>([]);
  const begun = useRef(new Set<string>());

  useEffect(() => {
    const waiting = new DataTransfer();
    for (const { file, saved } of rows) if (saved === undefined) waiting.items.add(file);
    if (input.current) input.current.files = waiting.files;
    for (const row of rows) {
      if (row.saved !== undefined || row.failed !== undefined || begun.current.has(row.key)) continue;
      begun.current.add(row.key);
      void upload(candidacyId, row).then((outcome) => {
        begun.current.delete(row.key);
        setRows((known) => known.map((one) => (one.key === row.key ? { ...one, ...outcome } : one)));
      });
    }
  }, [rows, candidacyId, input]);

  return {
    rows,
    pick: (event: ChangeEvent<HTMLInputElement>) => {
      const picked = [...(event.currentTarget.files ?? [])].map((file) => ({ key: crypto.randomUUID(), file }));
      setRows((known) => [...known, ...picked]);
    },
    again: (key: string) =>
      setRows((known) => known.map((one) => (one.key === key ? { key: one.key, file: one.file } : one))),
    drop: (key: string) => setRows((known) => known.filter((one) => one.key !== key)),
  };
};
