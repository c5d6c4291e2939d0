/** Runs one portable custom interaction and tells the page about it, through the port that the page sent. */
export function runInteraction(start, port, loader, registry, container) {
  const { nonce } = start;
  const tell = (message) => port.postMessage({ ...message, nonce });
  const fail = (error) => tell({ type: 'failed', text: String(error?.message ?? error).slice(0, 500) });
  let instance = null;
  let last = '';

  function read(method) {
    try {
      return typeof instance?.[method] === 'function' ? instance[method]() : undefined;
    } catch {
      // An interaction may be in the middle of a change: it is asked again soon.
      return undefined;
    }
  }

  const asText = (state) =>
    state === undefined || state === null ? null : typeof state === 'string' ? state : JSON.stringify(state);

  function sendResponse(response, state, done) {
    const json = JSON.stringify(response ?? null);
    const text = asText(state);
    const now = `${json} ${text}`;
    if (now === last && !done) return;
    last = now;
    tell({ type: 'response', json, state: text, done });
  }

  const look = () => {
    if (instance !== null) sendResponse(read('getResponse'), read('getState') ?? read('getSerializedState'), false);
  };

  function onReady(ready) {
    if (ready !== undefined && ready !== null) instance = ready;
    // The answer as it is at the start is known to the page: only changes are told.
    last = `${JSON.stringify(read('getResponse') ?? null)} ${asText(read('getState') ?? read('getSerializedState'))}`;
    tell({ type: 'ready' });
  }

  const configuration = {
    properties: start.properties,
    boundTo: start.boundTo,
    responseIdentifier: start.responseIdentifier,
    templateVariables: start.templateVariables,
    contextVariables: start.contextVariables,
    status: start.status,
    contentLanguage: start.language,
    onready: onReady,
    ondone: (_instance, response, state) =>
      sendResponse(response ?? read('getResponse'), state ?? read('getState'), true),
  };

  registry.onReady = onReady;

  async function begin() {
    if (start.module !== null) await loader.load(start.module);
    const hook = registry.find(start.typeIdentifier);
    if (hook === undefined) throw new Error(`No module registered the interaction '${start.typeIdentifier}'.`);
    if (typeof hook.getInstance === 'function') {
      const made = hook.getInstance(container, configuration, start.state ?? undefined);
      if (instance === null && made !== undefined && made !== null) instance = made;
    } else if (typeof hook.initialize === 'function') {
      // The form of the drafts before 1.0: the registered object is the instance.
      instance = hook;
      hook.initialize(start.responseIdentifier, container, start.properties);
      const bound = start.boundTo[start.responseIdentifier];
      if (start.state !== null && typeof hook.setSerializedState === 'function')
        hook.setSerializedState(JSON.parse(start.state));
      else if (bound && typeof hook.setResponse === 'function') hook.setResponse(bound);
    } else {
      throw new Error(`The interaction '${start.typeIdentifier}' has no getInstance.`);
    }
  }

  for (const event of ['input', 'change', 'click', 'keyup', 'pointerup']) {
    document.addEventListener(event, () => setTimeout(look, 0), true);
  }
  const timer = setInterval(look, 500);
  new ResizeObserver(() => tell({ type: 'height', pixels: Math.ceil(document.body.scrollHeight) })).observe(
    document.body,
  );

  port.addEventListener('message', ({ data }) => {
    if (data?.nonce !== nonce) return;
    if (data.type === 'finish') {
      look();
      clearInterval(timer);
      for (const method of ['oncompleted', 'destroy']) read(method);
    }
  });
  begin().catch(fail);
  window.addEventListener('error', (event) => fail(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => fail(event.reason));
}
