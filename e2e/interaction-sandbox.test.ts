import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StartMessage } from '../apps/web/app/player/pci/protocol.ts';
import { launch, openPage } from './support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const fixture = (name: string) =>
  readFile(path.join(import.meta.dirname, '../apps/web/app/player/pci/testing', name), 'utf8');

/** What the page does, as a script of its own: the sandbox is put into it, started, and what comes out kept in `heard`. */
const beginning = (modules: Readonly<Record<string, string>>, state: string | null): string => `(async () => {
  const sources = ${JSON.stringify(modules)};
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = '/player/pci-host';
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    document.body.prepend(frame);
  });
  const { port1, port2 } = new MessageChannel();
  window.heard = [];
  port1.onmessage = ({ data }) => {
    window.heard.push(data);
    if (data.type !== 'need') return;
    port1.postMessage({ type: 'module', nonce: 'n', id: data.id, source: sources[data.id] ?? null });
  };
  frame.contentWindow.postMessage(${JSON.stringify(startMessage(state))}, '*', [port2]);
})()`;

const startMessage = (state: string | null): StartMessage => ({
  testamur: 'pci',
  type: 'start',
  nonce: 'n',
  typeIdentifier: 'urn:testamur:tap-rhythm',
  module: 'tap/main',
  markup: '<p>Tap the rhythm.</p>',
  styles: [],
  language: 'en',
  direction: 'ltr',
  responseIdentifier: 'RESPONSE',
  properties: { beats: '3' },
  boundTo: { RESPONSE: { base: null } },
  templateVariables: {},
  contextVariables: {},
  status: 'interacting',
  state,
});

const start = async (page: Page, modules: Readonly<Record<string, string>>, state: string | null = null) => {
  await page.goto('/help');
  await page.evaluate(beginning(modules, state));
};

interface Heard {
  readonly type: string;
  readonly json?: string;
  readonly state?: string;
  readonly text?: string;
}

const heardOf = async (page: Page, type: string): Promise<Heard[]> => {
  const heard = await page.evaluate<Heard[]>('window.heard');
  return heard.filter((each) => each.type === type);
};

const tapRhythm = async () => ({
  'tap/main': await fixture('tap-rhythm.js'),
  'tap/beats': await fixture('beats.js'),
});

test('a portable custom interaction runs in the sandbox, says its answer, and goes on from its state', async () => {
  const page = await openPage(browser);
  await start(page, await tapRhythm());
  const inside = page.frameLocator('iframe');
  await inside.getByRole('button', { name: 'Tap' }).click();
  await inside.getByRole('button', { name: 'Tap' }).click();
  await inside.getByText('2 of 3 beats').waitFor();
  await expect.poll(async () => (await heardOf(page, 'response')).at(-1)?.json).toBe('{"base":{"integer":2}}');
  expect(await heardOf(page, 'ready')).toHaveLength(1);

  await start(page, await tapRhythm(), '[1,2,3]');
  await page.frameLocator('iframe').getByText('3 of 3 beats').waitFor();
});

test('an interaction whose module is missing says so', async () => {
  const page = await openPage(browser);
  await start(page, {});
  await expect.poll(async () => (await heardOf(page, 'failed'))[0]?.text).toBe("There is no module 'tap/main'.");
});

/** What an interaction might try: each gives a word when it worked. */
const attempts = (elsewhere: string) => `define(['qtiCustomInteractionContext'], (context) => {
  const found = {};
  const attempt = (name, act) => { try { found[name] = String(act()); } catch (error) { found[name] = 'denied'; } };
  const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
  context.register({ typeIdentifier: 'urn:testamur:tap-rhythm', getInstance(dom, configuration) {
    attempt('origin', () => self.origin);
    attempt('cookie', () => document.cookie);
    attempt('localStorage', () => localStorage.length);
    attempt('sessionStorage', () => sessionStorage.length);
    attempt('indexedDB', () => indexedDB.open('x'));
    attempt('page', () => parent.document.body.innerHTML);
    attempt('address', () => parent.location.href);
    attempt('navigate', () => { top.location = '${elsewhere}/top'; return 'done'; });
    attempt('open', () => window.open('${elsewhere}/open'));
    attempt('frame', () => window.frameElement);
    attempt('rtc', () => typeof RTCPeerConnection);
    const inside = (name, attributes) => {
      found[name] = 'denied';
      add('iframe', attributes);
    };
    addEventListener('message', ({ data }) => { if (typeof data === 'string') found[data.split(' ')[0]] = data; });
    const tell = (name) => 'parent.postMessage("' + name + ' " + typeof RTCPeerConnection, "*")';
    inside('srcdoc', { srcdoc: '<script>' + tell('srcdoc') + '</' + 'script>' });
    inside('javascript', { src: 'javascript:' + tell('javascript') });
    inside('data', { src: 'data:text/html,<script>' + tell('data') + '</' + 'script>' });
    navigator.sendBeacon('${elsewhere}/beacon', 'x');
    add('img', { src: '${elsewhere}/img' });
    add('script', { src: '${elsewhere}/script' });
    add('iframe', { src: '${elsewhere}/frame' });
    add('link', { rel: 'stylesheet', href: '${elsewhere}/css' });
    const form = Object.assign(document.createElement('form'), { action: '${elsewhere}/form', method: 'post' });
    document.body.append(form);
    form.submit();
    fetch('${elsewhere}/fetch').then(() => { found.fetch = 'worked'; }, () => { found.fetch = 'denied'; });
    fetch('/api').then(() => { found.api = 'worked'; }, () => { found.api = 'denied'; });
    const instance = { getResponse: () => null, getState: () => JSON.stringify(found) };
    configuration.onready(instance);
    setTimeout(() => { location.href = '${elsewhere}/leave'; }, 2000);
    return instance;
  } });
});`;

test('an interaction reaches neither cookies, storage, the page, nor any network', async () => {
  const asked: string[] = [];
  const elsewhere = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => {
    elsewhere.listen(0, '127.0.0.1', resolve);
  });
  const { port } = elsewhere.address() as AddressInfo;
  try {
    const page = await openPage(browser);
    await start(page, { 'tap/main': attempts(`http://127.0.0.1:${port}`) });
    const state = async () => JSON.parse((await heardOf(page, 'response')).at(-1)?.state ?? '{}');
    await expect.poll(state, { timeout: 5_000 }).toMatchObject({ fetch: 'denied', api: 'denied' });
    expect(await state()).toEqual({
      origin: 'null',
      cookie: 'denied',
      localStorage: 'denied',
      sessionStorage: 'denied',
      indexedDB: 'denied',
      page: 'denied',
      address: 'denied',
      navigate: 'denied',
      open: 'null',
      frame: 'null',
      rtc: 'undefined',
      srcdoc: 'denied',
      javascript: 'denied',
      data: 'denied',
      fetch: 'denied',
      api: 'denied',
    });
    // The last of it leaves the frame after two seconds.
    await page.waitForTimeout(3_000);
    expect(new URL(page.url()).pathname).toBe('/help');
    expect(asked).toEqual([]);
  } finally {
    elsewhere.close();
  }
});

test('the sandbox has no origin even when somebody opens it alone', async () => {
  const page = await openPage(browser);
  await page.goto('/player/pci-host');
  expect(await page.evaluate('self.origin')).toBe('null');
});
