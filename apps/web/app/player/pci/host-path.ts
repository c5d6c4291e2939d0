/** Where the sandbox is served: an address of its own, so that it has no origin even when it is opened alone. */
export const hostPath = '/player/pci-host';
