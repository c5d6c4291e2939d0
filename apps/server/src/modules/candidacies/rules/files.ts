export const maxFileBytes = 10 * 1024 * 1024;
export const maxFilesPerCandidacy = 40;

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
export type FileType = keyof typeof extensions;

/** A name that is safe to show and to save under: no folders, no control characters, the ending of what it is. */
export const cleanFileName = (name: string, type: FileType): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const readable = last
    .normalize('NFC')
    // Control and format characters, such as those that turn the direction of a text around.
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/^\.+/, '');
  const stem = readable.replace(/\.[A-Za-z0-9]{1,8}$/, '').slice(0, 150).trim();
  return `${stem === '' ? 'file' : stem}.${extensions[type]}`;
};

/** RFC 6266: the name as UTF-8, and one in ASCII for those who read no other. */
export const contentDisposition = (name: string): string => {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
