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
  const stem = readable
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .slice(0, 150)
    .trim();
  return `${stem === '' ? 'file' : stem}.${extensions[type]}`;
};
