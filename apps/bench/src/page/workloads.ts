import type { BrowserContext, Page } from '@playwright/test';

import { Latencies, median } from '../measure/latencies.ts';
import { milliseconds } from '../report/numbers.ts';
import type { RunningServer } from '../servers/running-server.ts';
import type { Result } from '../workloads/workload.ts';
import { Browser } from './browser.ts';
import { initialScripts } from './initial-scripts.ts';
import { keyToPaint } from './key-to-paint.ts';
import { Writers } from './writers.ts';
import { writtenDocument } from './written-document.ts';

/** Milliseconds. */
const MOST_OPENING = 120_000;
const TIMES = 5;
const WRITERS = 7;

/** One row of the page's table. */
export interface PageWorkload {
  readonly name: string;
  readonly title: string;
  readonly goal: string;
  measure(server: RunningServer, seconds: number): Promise<Result>;
}

const urlOf = ({ port }: RunningServer, path = ''): string => `http://127.0.0.1:${port}/${path}`;

const bytesOf = (name: string, title: string, goal: string, path: (id: string) => string) => ({
  name,
  title,
  goal,
  async measure(server: RunningServer): Promise<Result> {
    const { id } = await writtenDocument(server.port, 0);
    await using browser = new Browser();
    const bytes = await initialScripts(await browser.start(), urlOf(server, path(id)));
    return { cell: `${(bytes / 1000).toFixed(1)} KB`, figures: { bytes } };
  },
});

/** Milliseconds from the navigation until the text can be edited, in a new page. */
async function open(context: BrowserContext, url: string): Promise<readonly [Page, number]> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  const ready = await page.waitForFunction(
    () => {
      const text = globalThis.document.querySelector('.ProseMirror[contenteditable=true]');
      return text !== null && text.childElementCount > 0 && performance.now();
    },
    undefined,
    { polling: 'raf', timeout: MOST_OPENING },
  );
  return [page, Number(await ready.jsonValue())];
}

const starts = (name: string, title: string, goal: string, isWarm: boolean): PageWorkload => ({
  name,
  title,
  goal,
  async measure(server) {
    const { id } = await writtenDocument(server.port, 1000);
    const took: number[] = [];
    for (let i = 0; i < TIMES; i += 1) {
      await using browser = new Browser();
      const context = await browser.start();
      const [page, cold] = await open(context, urlOf(server, `d/${id}`));
      if (isWarm) {
        // What a returning person has: the app kept by the service worker, the document by the provider.
        await page.evaluate(async () => {
          await navigator.serviceWorker.ready;
        });
        const again = await browser.start();
        const [, warm] = await open(again, urlOf(server, `d/${id}`));
        took.push(warm);
      } else took.push(cold);
    }
    const middle = median(took);
    return {
      cell: milliseconds(middle),
      figures: { median: middle, worst: Math.max(...took) },
    };
  },
});

const typing = (words: number, goal: string): PageWorkload => ({
  name: `words-${words}`,
  title: `${words.toLocaleString('en')} words, ${WRITERS} others writing: open; key press to paint, p50 / p95 / p99`,
  goal,
  async measure(server, seconds) {
    const document = await writtenDocument(server.port, words);
    await using browser = new Browser();
    const context = await browser.start();
    // Once for the app, so that what is measured is the document.
    const [first] = await open(
      context,
      urlOf(server, `d/${(await writtenDocument(server.port, 0)).id}`),
    );
    await first.close();
    const [page, opened] = await open(context, urlOf(server, `d/${document.id}`));
    using _writers = await Writers.join(server.port, document, WRITERS);
    const took = new Latencies();
    for (const ms of await keyToPaint(page, seconds)) took.add(ms);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => took.percentile(share));
    return {
      cell: `${milliseconds(opened)}; ${[p50, p95, p99].map((ms) => milliseconds(ms ?? NaN)).join(' / ')}`,
      figures: { opened, p50: p50 ?? NaN, p95: p95 ?? NaN, p99: p99 ?? NaN, keys: took.count },
    };
  },
});

/** Everything that is measured in a browser, in the order of the table. */
export const pageWorkloads: readonly PageWorkload[] = [
  bytesOf(
    'start-page-bytes',
    'JavaScript of the start page until it stands, gzip',
    '≤ 130 KB',
    () => '',
  ),
  bytesOf(
    'document-page-bytes',
    'JavaScript of a document’s page until it can be written in, gzip',
    '≤ 330 KB',
    (id) => `d/${id}`,
  ),
  starts('cold-start', `cold start until one can write (median of ${TIMES})`, '≤ 2 s', false),
  starts('warm-start', `warm start until one can write (median of ${TIMES})`, '≤ 1 s', true),
  typing(20_000, '≤ 1 s; p95 ≤ 32 ms'),
  typing(100_000, 'stays usable'),
];
