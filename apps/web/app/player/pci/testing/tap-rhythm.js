/**
 * A portable custom interaction for tests: tap a rhythm, as many beats as `data-beats` says. Its response is the number of
 * taps, its state the moments of the taps.
 */
define(['qtiCustomInteractionContext', './beats'], (context, beats) => {
  class TapRhythm {
    constructor(dom, configuration, state) {
      this.typeIdentifier = 'urn:testamur:tap-rhythm';
      this.configuration = configuration;
      const bound = configuration.boundTo[configuration.responseIdentifier];
      this.taps = state ? JSON.parse(state) : Array(bound?.base?.integer ?? 0).fill(0);
      const button = document.createElement('button');
      button.textContent = 'Tap';
      button.disabled = configuration.status !== 'interacting';
      this.words = document.createElement('p');
      button.addEventListener('click', () => {
        this.taps.push(Math.round(performance.now()));
        this.show();
      });
      dom.append(button, this.words);
      this.show();
      setTimeout(() => configuration.onready(this), 0);
    }

    show() {
      this.words.textContent = beats(this.taps.length, Number(this.configuration.properties.beats ?? 4));
    }

    getResponse() {
      return this.taps.length === 0 ? { base: null } : { base: { integer: this.taps.length } };
    }

    getState() {
      return JSON.stringify(this.taps);
    }

    oncompleted() {
      this.words.textContent = 'Completed';
    }
  }

  context.register({
    typeIdentifier: 'urn:testamur:tap-rhythm',
    getInstance: (dom, configuration, state) => new TapRhythm(dom, configuration, state),
  });
});
