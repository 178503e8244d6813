import { fileURLToPath } from 'node:url';

import type { Person } from '../src/person.ts';
import { test } from '../src/test.ts';

const out = fileURLToPath(new URL('out/', import.meta.url));

/** Keeps what somebody sees, in a folder named for the look. */
export async function shot({ page }: Person, name: string): Promise<void> {
  const path = `${out}${test.info().project.name}/${name}.png`;
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await page.screenshot({ path, caret: 'initial' });
}
