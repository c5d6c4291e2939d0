import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPdfRenderer, MissingGlyphsError } from './index.ts';
import { templates } from './templates/index.ts';
import { pseudoLocale, pseudoText } from './templates/labels.ts';
import { findHiddenText, squeeze, textOf } from './testing/check-layout.ts';
import { examples } from './testing/examples.ts';
import { inspect } from './testing/read-pdf.ts';
import { readText } from './testing/read-text.ts';
import { renderVaried, templateNames, vary } from './testing/vary.ts';

const { render } = createPdfRenderer();
const renderer = { render };

/** What chooses, or is read aloud in place of a drawing. */
const notShown = new Set([
  'language',
  'createdAt',
  'kind',
  'result',
  'paper',
  'abbreviation',
  'currency',
  'svg',
  'align',
  'verdict',
  'description',
  'document',
]);

/** All texts of a value, without spaces, as `textOf` of the document should hold them. */
const textsOf = (value: unknown): string[] => {
  const texts: string[] = [];
  JSON.stringify(value, (key, entry: unknown) => {
    const shown = !notShown.has(key);
    if (typeof entry === 'string' && shown) texts.push(squeeze(entry));
    return entry;
  });
  return texts;
};

describe.each(templateNames)('the %s', (name) => {
  test.each(['us-letter', 'a4'] as const)('shows all it is given on %s', async (paper) => {
    const pdf = await renderVaried(renderer, name, undefined, { paper });
    const text = squeeze(textOf(pdf));
    expect(textsOf(examples[name]).filter((given) => !text.includes(given))).toEqual([]);
    expect(findHiddenText(pdf)).toEqual([]);
    const [page] = readText(pdf).pages;
    const sides = name === 'card' ? [153, 243] : paper === 'a4' ? [595, 842] : [612, 792];
    expect([page?.width, page?.height].map((side) => Math.round(side ?? 0)).sort()).toEqual(sides);
  });

  test('holds texts 40 percent longer in every place', async () => {
    const data = vary(name, pseudoText, { language: pseudoLocale });
    const pdf = await render(name, data);
    const text = squeeze(textOf(pdf));
    expect(textsOf(data).filter((given) => !text.includes(given))).toEqual([]);
    expect(findHiddenText(pdf)).toEqual([]);
  });

  test('breaks words that no line can hold', async () => {
    const pdf = await renderVaried(renderer, name, (text) => `${'Xyz'.repeat(40)} ${text}`);
    expect(findHiddenText(pdf)).toEqual([]);
  });

  test('can be in a language that is written from right to left', async () => {
    const pdf = await renderVaried(renderer, name, (text) => `${text} عبد الرحمن`, { language: 'ar-EG' });
    expect(inspect(pdf).language).toBe('ar-EG');
    expect(findHiddenText(pdf)).toEqual([]);
  });

  test('is made, or refused for its characters alone, from any text', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 3, maxLength: 9 }), async (texts) => {
        let turn = 0;
        const data = vary(name, () => texts[turn++ % texts.length] ?? '');
        const made = await render(name, data).then(inspect, (error: unknown) => error);
        if (templates[name].missingGlyphs === 'refuse' && made instanceof MissingGlyphsError) return;
        expect(made).toMatchObject({ pdfUaPart: '1' });
      }),
      { numRuns: 12 },
    );
  });
});

describe('the letter of verification', () => {
  test('says in its first sentence whether the certification is in force', async () => {
    const { letter } = examples;
    expect(textOf(await render('letter', letter))).toContain('It is in force on the date of this letter.');
    const standing = { holds: false, says: 'Suspended, since May 2, 2028', checkedAt: letter.standing.checkedAt };
    const suspended = textOf(await render('letter', { ...letter, standing }));
    expect(suspended).toContain('It is not in force on the date of this letter.');
    expect(suspended).toContain('Suspended, since May 2, 2028');
  });
});

describe('the certificate', () => {
  test('stays on one page, with the whole scope, when names are long', async () => {
    const long = {
      ...examples.certificate,
      holder: { name: 'Maria Magdalena Anastasia von Hohenstein-Wittelsbach y Fernández de la Vega Monteverde' },
      scope: `${examples.certificate.scope} ${examples.certificate.scope}`,
    };
    const pdf = await render('certificate', long);
    expect(inspect(pdf).pages).toBe(1);
    expect(squeeze(textOf(pdf))).toContain(squeeze(long.scope));
    expect(findHiddenText(pdf)).toEqual([]);
  });

  test('states a scope that does not fit on a page of its own, and says so', async () => {
    const scope = examples.certificate.scope.repeat(16);
    const pdf = await render('certificate', { ...examples.certificate, scope });
    const { runs } = readText(pdf);
    const on = (page: number) =>
      runs
        .filter((run) => run.page === page)
        .map(({ text }) => text)
        .join('');
    expect(inspect(pdf).pages).toBe(2);
    expect(on(0)).toContain('stated on the next page');
    expect(squeeze(on(1))).toContain(squeeze(scope));
    expect(findHiddenText(pdf)).toEqual([]);
  });

  test('writes the body round the seal, its abbreviation where the name is too long, nothing where it cannot', async () => {
    const seal = async (name: string, abbreviation: string) => {
      const organization = { name, abbreviation };
      const { runs } = readText(await render('certificate', { ...examples.certificate, organization }));
      return runs
        .filter(({ text, start, end }) => text.trim().length === 1 && Math.abs(start.y - end.y) > 0.01)
        .map(({ text }) => text);
    };
    expect((await seal('Library Board', 'LB')).sort().join('')).toBe([...'LIBRARYBOARD'].sort().join(''));
    expect(
      (await seal('A very long name of a body that certifies people in libraries and archives', 'LB')).join(''),
    ).toMatch(/^(LB|·)+/u);
    expect(await seal('جمعية المكتبات', 'جم')).toEqual([]);
  });
});

describe('the card', () => {
  test('has a front and a back, and goes on where the text of the back is long', async () => {
    expect(inspect(await render('card', examples.card)).pages).toBe(2);
    const text = examples.card.card.text.repeat(12);
    const long = await render('card', { ...examples.card, card: { ...examples.card.card, text } });
    expect(inspect(long).pages).toBeGreaterThan(2);
    expect(squeeze(textOf(long))).toContain(squeeze(text));
    expect(findHiddenText(long)).toEqual([]);
  });

  test('writes the letters after the name, where there are any', async () => {
    expect(textOf(await render('card', examples.card))).toContain('Ana Rivera, CST');
    const credential = { title: examples.card.credential.title };
    expect(textOf(await render('card', { ...examples.card, credential }))).not.toContain('CST');
  });
});

describe('an invoice', () => {
  test('says that no tax is on it, or which', async () => {
    expect(textOf(await render('invoice', examples.invoice))).not.toContain('No tax');
    expect(textOf(await render('invoice', { ...examples.invoice, taxes: [] }))).toContain('No tax');
  });
});

describe('letters', () => {
  test('number their pages and repeat the head of a table', async () => {
    const [requirement, ...others] = examples.application.requirements;
    if (requirement === undefined) throw new RangeError('The example has no requirement.');
    const rows = Array.from({ length: 120 }, (_, index) => [
      `Library ${index}`,
      ...(requirement.rows[0] ?? []).slice(1),
    ]);
    const pdf = await render('application', {
      ...examples.application,
      requirements: [{ ...requirement, rows }, ...others],
    });
    const { pages } = inspect(pdf);
    const text = textOf(pdf);
    expect(pages).toBeGreaterThan(3);
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Page ${page} of ${pages}`);
    expect(text.split('Share of full time').length - 1).toBeGreaterThanOrEqual(pages - 1);
    expect(rows.filter(([employer]) => !text.includes(employer ?? '-'))).toEqual([]);
    expect(findHiddenText(pdf)).toEqual([]);
  });

  test('say so where nothing was asked, claimed, granted or paid', async () => {
    const { accommodationRequest: _, membershipClaim: __, ...plain } = examples.application;
    const application = textOf(await render('application', { ...plain, next: [{ what: 'Wait', who: 'You' }] }));
    expect(application).toContain('No accommodation was requested.');
    expect(application).toContain('No membership was claimed.');
    expect(application).toContain('No date set');
    const authorization = await render('authorization', { ...examples.authorization, accommodations: [] });
    expect(textOf(authorization)).toContain('None requested');
    expect(textOf(await render('invoice', { ...examples.invoice, payments: [] }))).toContain(
      'No payment was received so far.',
    );
  });

  test('a settled invoice is a receipt with its payments', async () => {
    const { dueDate: _, ...settled } = examples.invoice;
    const payments = [{ date: 'April 2, 2027', method: 'Card', reference: 'ch_3P', amount: '$175.00' }];
    const pdf = await render('invoice', { ...settled, kind: 'receipt', state: 'Settled', balance: '$0.00', payments });
    expect(inspect(pdf).title).toContain('Receipt INV-2027-00291');
    expect(textOf(pdf)).toContain('Nothing is due.');
    expect(textOf(pdf)).toContain('ch_3P');
  });

  test('a passed score report without retake leaves that section out', async () => {
    const outcome = { ...examples['score-report'].outcome, result: 'passed', status: 'Passed' } as const;
    const pdf = await render('score-report', { ...examples['score-report'], outcome, retake: [] });
    expect(textOf(pdf)).toContain('Passed');
    expect(textOf(pdf)).not.toContain('Taking it again');
  });
});
