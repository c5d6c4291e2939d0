/** The name in the two forms that browsers read: plain letters for old ones, UTF-8 for the others (RFC 6266). */
const dispositionOf = (how: 'attachment' | 'inline', name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** A file of the API as the answer of a resource route. Never taken for another type, never kept by a shared cache. */
export const fileResponse = (file: File, how: 'attachment' | 'inline' = 'attachment'): Response =>
  new Response(file, {
    headers: {
      'content-type': file.type === '' ? 'application/octet-stream' : file.type,
      'content-disposition': dispositionOf(how, file.name),
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
