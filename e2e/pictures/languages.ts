import { hallway } from '../src/sample.ts';
import { expect, test } from '../src/test-with-server.ts';
import { paste } from '../src/writing.ts';
import { shot } from './shot.ts';

for (const language of ['en', 'de', 'es', 'zh']) {
  test(`the app in ${language}`, async ({ server, ada }) => {
    await ada.open(`${server.url}/d/${await server.newDocument(hallway.title)}`);
    await paste(ada, hallway.html);
    await ada.saved();
    const { page } = ada;
    await page.evaluate((chosen) => localStorage.setItem('indelible:language', chosen), language);

    await page.goto(server.url);
    const row = page.locator('[data-row] a');
    await expect(row).toBeVisible();
    await shot(ada, `language-${language}-start`);

    await row.click();
    await expect(page.locator('.ProseMirror table')).toBeVisible();
    await shot(ada, `language-${language}-document`);
    await page.locator('.ProseMirror').press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await expect(page.getByRole('listbox')).toBeVisible();
    await shot(ada, `language-${language}-insert`);
    await page.keyboard.press('Escape');
    await page.locator('.document-bar [aria-haspopup="menu"]').click();
    await expect(page.getByRole('menu')).toBeVisible();
    await shot(ada, `language-${language}-more`);
  });
}
