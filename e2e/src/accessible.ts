import AxeBuilder from '@axe-core/playwright';

import type { Person } from './person.ts';
import { expect, test } from './test.ts';

const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

const looks = [
  { colorScheme: 'light', size: wide },
  { colorScheme: 'dark', size: wide },
  { colorScheme: 'light', size: phone },
] as const;

/** Something that can be seen on a page: how it comes, and how it goes so that the next one can come. */
export interface Screen {
  readonly name: string;
  readonly show?: (person: Person) => Promise<void>;
  readonly leave?: (person: Person) => Promise<void>;
}

/** Looks at each screen in each look; what hangs on a button closes when the window changes. */
export async function expectAccessible(person: Person, screens: readonly Screen[]): Promise<void> {
  const { page } = person;
  for (const { colorScheme, size } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    for (const { name, show, leave } of screens) {
      await test.step(`${name}, ${colorScheme}, ${size.width} px`, async () => {
        await show?.(person);
        expect
          .soft(await violations(person), `${name}, ${colorScheme}, ${size.width} px`)
          .toEqual([]);
        await leave?.(person);
      });
    }
  }
}

async function violations({ page }: Person): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
    .setLegacyMode();
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes
      // Where one writes the caret is what scrolls, and it gets everywhere.
      .filter(({ html }) => id !== 'scrollable-region-focusable' || !html.startsWith('<pre'))
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
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
