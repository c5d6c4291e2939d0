import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';

export const getHandbookPdf = async (
  _platform: Pick<Platform, 'pdf'>,
  _scope: Scope,
  programId: string,
  _edition?: string,
): Promise<File> => {
  throw new Problem('not-found', 'programs.no-such-program', programId);
};
