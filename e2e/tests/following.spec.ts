import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { openFor, paste } from '../src/writing.ts';

const lines = Array.from({ length: 120 }, (_, line) => `<p>line ${line}</p>`).join('');

const wheel = async ({ page }: Person, by: number): Promise<void> => {
  await page.mouse.move(640, 500);
  await page.mouse.wheel(0, by);
};

const top = (person: Person, words: string): Promise<number> =>
  person.content
    .getByText(words, { exact: true })
    .evaluate((line) => Math.round(line.getBoundingClientRect().top));

/** Ada and Bo have the same long document before them. */
async function meet(document: string, ada: Person, bo: Person): Promise<void> {
  await openFor(document, ada, bo);
  await paste(ada, lines);
  await expect(bo.content.getByText('line 119')).toBeAttached();
}

test('one goes along with what somebody sees until one does something oneself, and both know', async ({
  document,
  ada,
  bo,
}) => {
  await meet(document, ada, bo);
  await bo.page.getByRole('button', { name: 'Ada', exact: true }).click();
  await bo.page.getByRole('menuitem', { name: 'Follow' }).click();
  await expect(bo.page.getByText('Following Ada').first()).toBeVisible();
  await expect(ada.page.getByText('Bo follows you')).toBeVisible();

  await wheel(ada, -100_000);
  await expect(bo.content.getByText('line 3', { exact: true })).toBeInViewport();
  await wheel(ada, 2000);
  await expect(bo.content.getByText('line 3', { exact: true })).not.toBeInViewport();
  await expect
    .poll(async () => Math.abs((await top(ada, 'line 60')) - (await top(bo, 'line 60'))))
    .toBeLessThan(6);

  await wheel(bo, 40);
  await expect(ada.page.getByText('Bo follows you')).toBeHidden();
  await expect(bo.page.getByText('No longer following Ada')).toBeAttached();

  await ada.goBehind('line 100');
  await bo.page.getByRole('button', { name: 'Ada', exact: true }).focus();
  await bo.page.keyboard.press('Enter');
  await expect(bo.page.getByRole('menuitem').first()).toBeFocused();
  await bo.page.keyboard.press('Enter');
  await expect(bo.content.getByText('line 100')).toBeInViewport();
});

test('who can’t see it is told from time to time what others change', async ({
  document,
  ada,
  bo,
}) => {
  // What was there before Bo came is no news.
  await ada.open(document);
  await paste(ada, lines);
  await ada.saved();
  await openFor(document, bo);
  await expect(bo.content.getByText('line 119')).toBeAttached();
  const digest = bo.page.locator('.ed-digest');
  await ada.goBehind('line 3');
  await ada.type('!');
  await ada.goBehind('line 5');
  await ada.type('!');
  await expect.poll(async () => (await bo.text()).match(/!/g)?.length).toBe(2);
  await expect(digest).toContainText(/Ada changed [12] paragraphs?\./);
});

for (const place of ['the caret', 'what is read'] as const) {
  test(`${place} stays where it is on the screen while others write above`, async ({
    document,
    ada,
    bo,
  }) => {
    await meet(document, ada, bo);
    await bo.goBehind('line 60');
    if (place === 'what is read') {
      await wheel(bo, -600);
      await bo.title.evaluate((title) => title.focus({ preventScroll: true }));
    }
    const read = place === 'the caret' ? 'line 60' : 'line 40';
    // A smooth scroll may still be under way.
    let before = Number.NaN;
    await expect
      .poll(async () => {
        const [former, now] = [before, await top(bo, read)];
        before = now;
        return former === now;
      })
      .toBe(true);
    await ada.goBehind('line 2');
    for (let line = 0; line < 5; line += 1) {
      await ada.press('Enter');
      await ada.type('more');
    }
    await expect.poll(() => bo.text()).toContain('more\nmore\nmore\nmore\nmore');
    await expect.poll(async () => Math.abs((await top(bo, read)) - before)).toBeLessThan(3);
    // In the middle of the screen, between its top and the caret, the browser itself would let the caret sink.
    if (place === 'what is read') return;
    await ada.goBehind('line 56');
    await ada.press('Enter');
    await ada.type('nearby');
    await expect(bo.content.getByText('nearby')).toBeAttached();
    await expect.poll(async () => Math.abs((await top(bo, read)) - before)).toBeLessThan(3);
    expect(await bo.beforeCaret()).toMatch(/line 60$/);
  });
}
