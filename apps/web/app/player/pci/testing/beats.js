define(() => (taps, of) => `${taps} of ${of} beats`);
