import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayBeCached } from './cached.ts';

const isSame = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));

/** Answers with a document that is public and the same for everybody; whoever has this state of it gets a 304. */
export const sendPublicDocument = (
  request: FastifyRequest,
  reply: FastifyReply,
  { text, mediaType }: { readonly text: string; readonly mediaType: string },
): FastifyReply => {
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const responseHeaders = new Headers({ etag: tag });
  mayBeCached({ responseHeaders });
  for (const [name, value] of responseHeaders) reply.header(name, value);
  if (isSame(request.headers['if-none-match'], tag)) return reply.status(304).send();
  // As bytes: the media types of credentials have no charset, which would be added to text.
  return reply.header('content-type', mediaType).send(Buffer.from(text));
};
