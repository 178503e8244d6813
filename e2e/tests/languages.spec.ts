import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';

test.describe('a browser in German', () => {
  test.use({ locale: 'de-AT' });

  testWithServer(
    'is spoken to in German from the first paint, with dates as in Austria',
    async ({ server, ada }) => {
      await server.newDocument('Jänner');
      await ada.page.goto(server.url);
      await expect(ada.page.locator('html')).toHaveAttribute('lang', 'de');
      await expect(ada.page.getByRole('heading', { name: 'Dokumente' })).toBeVisible();
      await expect(ada.page.getByRole('button', { name: 'Neues Dokument' })).toBeVisible();
      await expect(ada.page.locator('time')).toHaveText('gerade eben');
      await expect(ada.page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
    },
  );
});

testWithServer(
  'a language chosen on the start page holds after a reload and in the browser’s other tabs',
  async ({ server, ada }) => {
    await ada.page.goto(server.url);
    const other = await ada.anotherTab();
    await other.page.goto(server.url);
    await ada.page.getByText('Español').click();
    await expect(ada.page.getByRole('heading', { name: 'Documentos' })).toBeVisible();
    await expect(other.page.getByRole('heading', { name: 'Documentos' })).toBeVisible();
    await ada.page.reload();
    await expect(ada.page.getByRole('heading', { name: 'Documentos' })).toBeVisible();
    await expect(ada.page.locator('html')).toHaveAttribute('lang', 'es');
  },
);

test('choosing a language while writing changes the page’s words and none of one’s own', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.type('Worte bleiben');
  await ada.saved();
  const { page } = ada;
  // Whatever reloads or draws the page anew would forget this.
  await page.evaluate(() => Object.assign(window, { still: 'here' }));
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByRole('menuitemradio', { name: '简体中文' })).toBeFocused();
  await expect(page.getByRole('button', { name: '分享' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.keyboard.press('Escape');

  expect(await page.evaluate(() => Reflect.get(window, 'still') as unknown)).toBe('here');
  const content = page.locator('.ProseMirror');
  await expect(content).toHaveText('Worte bleiben');
  await content.focus();
  await page.keyboard.press('Control+z');
  await expect(content).toHaveText('');
  await page.keyboard.press('Control+Shift+z');
  await expect(content).toHaveText('Worte bleiben');
});
