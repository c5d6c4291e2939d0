import { hostDocument, hostHeaders } from '../../player/pci/host-document.ts';

/** The sandbox for portable custom interactions: the same for everybody, with nothing of anybody in it. */
export const loader = () => new Response(hostDocument, { headers: hostHeaders });
