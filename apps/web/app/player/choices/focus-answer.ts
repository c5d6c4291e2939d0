const controls = 'input:not([type="hidden"]), select, textarea, button, [tabindex="0"]';

/**
 * A button that goes away once it is pressed would take the focus with it, and keyboards and screen readers would begin at
 * the top of the page. The first control of the same interaction gets it, as soon as the change is drawn.
 */
export const focusAnswer = (button: HTMLElement): void => {
  const place = button.closest('[data-interaction]');
  requestAnimationFrame(() => {
    const all = [...(place?.querySelectorAll<HTMLElement>(controls) ?? [])];
    all.find((each) => each !== button && !each.matches(':disabled, [aria-disabled="true"]'))?.focus();
  });
};
