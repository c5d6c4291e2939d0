import { createLoader } from './amd.js';
import { runInteraction } from './run.js';

/** Waits for the one start message of the page that holds this frame, and begins. */
function createRegistry() {
  const hooks = new Map();
  const registry = {
    onReady: () => undefined,
    find: (typeIdentifier) => hooks.get(typeIdentifier) ?? (hooks.size === 1 ? [...hooks.values()][0] : undefined),
  };
  window.qtiCustomInteractionContext = {
    register(hook) {
      const typeIdentifier = hook?.typeIdentifier ?? hook?.getTypeIdentifier?.();
      if (typeof typeIdentifier !== 'string') throw new Error('A registered interaction has no typeIdentifier.');
      hooks.set(typeIdentifier, hook);
    },
    notifyReady: (instance) => registry.onReady(instance),
  };
  return registry;
}

function onStart(event) {
  const start = event.data;
  const [port] = event.ports;
  if (event.source !== window.parent || start?.testamur !== 'pci' || start.type !== 'start' || !port) return;
  if (typeof start.nonce !== 'string' || typeof start.typeIdentifier !== 'string') return;
  window.removeEventListener('message', onStart);

  const waiting = new Map();
  port.addEventListener('message', ({ data }) => {
    if (data?.nonce !== start.nonce || data.type !== 'module') return;
    waiting.get(data.id)?.(typeof data.source === 'string' ? data.source : null);
    waiting.delete(data.id);
  });
  const fetchSource = (id) =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ type: 'need', id, nonce: start.nonce });
    });
  const evaluate = (id, source, define, require) => {
    const body = `${source}\n//# sourceURL=pci:///${encodeURI(id)}`;
    new Function('define', 'require', 'requirejs', body).call(window, define, require, require);
  };
  const loader = createLoader(fetchSource, evaluate);
  window.define = loader.define;
  window.require = window.requirejs = loader.require;
  const registry = createRegistry();
  loader.provide('qtiCustomInteractionContext', window.qtiCustomInteractionContext);

  document.documentElement.lang = start.language;
  document.documentElement.dir = start.direction;
  for (const css of start.styles) {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
  }
  const container = document.createElement('div');
  container.className = 'qti-customInteraction';
  container.innerHTML = start.markup;
  document.body.append(container);
  port.start();
  runInteraction(start, port, loader, registry, container);
}

// The one way to a network that no policy of a document names.
delete window.RTCPeerConnection;
delete window.webkitRTCPeerConnection;
window.addEventListener('message', onStart);
