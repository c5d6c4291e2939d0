import amd from './host/amd.js?raw';
import main from './host/main.js?raw';
import run from './host/run.js?raw';
import { hostHeadersOf, hostPage } from './host-page.ts';

const sources = { amd, run, main };

/** The sandbox as the site serves it. */
export const hostDocument = hostPage(sources);
export const hostHeaders = hostHeadersOf(sources);
