import { Problem } from '../../../kernel/index.ts';
import { publicDocumentRoute } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readStatusList } from './read.ts';

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The operation `credentialing.getStatusList` as verifiers ask for it: under the media type of credentials. */
export const statusListRoute = (platform: Platform) =>
  publicDocumentRoute<{ readonly organization: string; readonly listId: string }>(platform, {
    url: '/api/issuers/:organization/status/:listId',
    // Verifiable Credentials Data Model 2.0, 6.1.
    mediaType: 'application/vc',
    read: (scope, { listId }) => {
      if (isId(listId)) return readStatusList(scope, platform.config, listId);
      throw new Problem('not-found', 'credentialing.no-such-list', 'This is no address of a status list.');
    },
  });
