import manifest from '../package.json' with { type: 'json' };

/** Of the installed product, as health and the API document say it. */
export const version: string = manifest.version;
