import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { RunOptions } from 'axe-core';
import type Axe from 'axe-core';

import type { Person } from './person.ts';
import { expect, test } from './test.ts';

const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
  /** What can differ from the looks before. */
  readonly options: RunOptions;
}

const rules = { 'label-content-name-mismatch': { enabled: true } };

export const light: Look = { colorScheme: 'light', size: wide, options: { rules } };

const looks: readonly Look[] = [
  light,
  {
    colorScheme: 'dark',
    size: wide,
    options: { runOnly: ['color-contrast', 'link-in-text-block'] },
  },
  {
    colorScheme: 'light',
    size: phone,
    options: { rules: { ...rules, 'color-contrast': { enabled: false } } },
  },
];

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Something that can be seen on a page: how it comes, and how it goes so that the next one can come. */
export interface Screen {
  readonly name: string;
  readonly show?: (person: Person) => Promise<void>;
  readonly leave?: (person: Person) => Promise<void>;
}

/** Looks at each screen in each look; what hangs on a button closes when the window changes. */
export async function expectAccessible(
  person: Person,
  screens: readonly Screen[],
  inLooks = looks,
): Promise<void> {
  const { page } = person;
  for (const { colorScheme, size, options } of inLooks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    for (const { name, show, leave } of screens) {
      await test.step(`${name}, ${colorScheme}, ${size.width} px`, async () => {
        await show?.(person);
        const seen = `${name}, ${colorScheme}, ${size.width} px`;
        expect.soft(await violations(person, options), seen).toEqual([]);
        expect.soft(await moving(person), `${seen}: moves`).toEqual([]);
        await leave?.(person);
      });
    }
  }
}

async function violations({ page }: Person, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate(async (chosen) => {
    const axe = Reflect.get(globalThis, 'axe') as typeof Axe;
    const { violations: all } = await axe.run(document, { ...chosen, resultTypes: ['violations'] });
    return all.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, target, failureSummary }) => ({ html, target, failureSummary })),
    }));
  }, options);
  return found.flatMap(({ id, nodes }) =>
    nodes
      // Where one writes the caret is what scrolls, and it gets everywhere.
      .filter(({ html }) => id !== 'scrollable-region-focusable' || !html.startsWith('<pre'))
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** What moves though less motion was asked for; the name at a caret only goes after a while. */
async function moving({ page }: Person): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().duration)
      .map(({ id, effect }) =>
        effect instanceof KeyframeEffect ? (effect.target?.className ?? '') : id,
      )
      .filter((name) => !name.startsWith('ed-caret')),
  );
}

/** Back by one step. */
export const escape = ({ page }: Person): Promise<void> => page.keyboard.press('Escape');

/** Back to the text, which has the focus then. */
export async function escapeToText({ page, content }: Person): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(content).toBeFocused();
}
