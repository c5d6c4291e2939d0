import fc from 'fast-check';

/** One seed for all, so that a run that fails can be repeated and a run that passed passes again. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_122) });
