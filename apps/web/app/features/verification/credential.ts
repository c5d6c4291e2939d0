import type { Api } from '../../api.ts';

/** A credential of this installation as its page shows it. */
export type Verified = Awaited<ReturnType<Api['registry']['verifyByNumber']>>;
export type ShownCredential = Verified['credential'];

/** What came of something that was handed over. */
export type Opened = Awaited<ReturnType<Api['registry']['verifyFile']>>;
export type Handed = Extract<Opened, { found: 'credential' }>;
