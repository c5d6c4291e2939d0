/** A portable custom interaction for the gallery: counts presses of a button. */
define(['qtiCustomInteractionContext'], (context) => {
  const typeIdentifier = 'urn:testamur:counter';
  const start = (dom, configuration) => {
    let count = configuration.boundTo[configuration.responseIdentifier]?.base?.integer ?? 0;
    const words = document.createElement('p');
    const show = () => {
      words.textContent = `${count} counted`;
    };
    const button = document.createElement('button');
    button.textContent = 'Count one more';
    button.disabled = configuration.status !== 'interacting';
    button.addEventListener('click', () => {
      count += 1;
      show();
    });
    dom.append(button, words);
    show();
    const instance = {
      typeIdentifier,
      getResponse: () => ({ base: count === 0 ? null : { integer: count } }),
      getState: () => String(count),
      oncompleted: () => undefined,
    };
    setTimeout(() => configuration.onready(instance), 0);
    return instance;
  };
  context.register({ typeIdentifier, getInstance: start });
});
