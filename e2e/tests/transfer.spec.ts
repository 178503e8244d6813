import { readFile } from 'node:fs/promises';

import type { Person } from '../src/person.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { clear, expectMarkup, openFor, paste } from '../src/writing.ts';

/** Pastes as if this text had been copied from a program that copies only text. */
async function pasteText(person: Person, text: string): Promise<void> {
  await person.content.focus();
  await person.content.evaluate((content, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    content.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

const more =
  ({ page }: Person, name: string) =>
  async (): Promise<void> => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };

test('Markdown is pasted as what it means, in one step, and with Shift as it is', async ({
  document,
  ada,
}) => {
  await openFor(document, ada);
  await clear(ada);

  await pasteText(ada, '## Plan\n\n- [ ] **one**\n- [x] two\n');

  await expect(ada.content.locator('h2')).toHaveText('Plan');
  await expect(ada.content.locator('li[data-checked="true"] p')).toHaveText('two');
  await ada.press('Control+z');
  await expectMarkup([ada], '<p/>');
  await ada.content.dispatchEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true });
  await pasteText(ada, '## Plan');
  await expect(ada.content).toHaveText('## Plan');
});

test('lists of Word are pasted as lists, without Word’s styles', async ({ document, ada }) => {
  await openFor(document, ada);
  await clear(ada);
  const item = (level: number, text: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1;color:red'><![if !supportLists]>` +
    `<span style='mso-list:Ignore'>·&nbsp;</span><![endif]>${text}<o:p></o:p></p>`;

  await paste(ada, `<html><body>${item(1, 'one')}${item(2, 'two')}</body></html>`);

  await expect(ada.content.locator('ul ul li')).toHaveText('two');
  expect(await ada.content.innerHTML()).not.toContain('red');
});

testWithServer(
  'a document is exported as Markdown, web page and Word file, and the file imported again',
  async ({ server, document, ada }) => {
    await openFor(document, ada);
    await ada.title.fill('House & garden');
    await clear(ada);
    await pasteText(ada, '## Rooms\n\n1. Kitchen\n2. Hall\n\n> said\n');
    await expect(ada.content.locator('ol li')).toHaveCount(2);
    await ada.saved();

    const markdown = await saved(ada, more(ada, 'Markdown'));
    expect(markdown.name).toBe('House & garden.md');
    expect(markdown.bytes.toString()).toBe(
      '# House & garden\n\n## Rooms\n\n1. Kitchen\n2. Hall\n\n> said\n',
    );
    const page = await saved(ada, more(ada, 'Web page (HTML)'));
    expect(page.bytes.toString()).toContain('<ol><li><p>Kitchen</p></li>');
    const word = await saved(ada, more(ada, 'Word (DOCX)'));
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');

    for (const file of [markdown, page, word]) {
      await ada.page.goto(server.url);
      const chooser = ada.page.waitForEvent('filechooser');
      await ada.page.getByRole('button', { name: 'Import' }).click();
      await (
        await chooser
      ).setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
      await expect(ada.title).toHaveValue('House & garden');
      await expect(ada.content.locator('h2')).toHaveText('Rooms');
      await expect(ada.content.locator('ol li').nth(1)).toHaveText('Hall');
      await expect(ada.content.locator('blockquote')).toHaveText('said');
    }
  },
);

test('what could not be carried is told, and shown when asked for', async ({ document, ada }) => {
  await openFor(document, ada);
  await clear(ada);
  await pasteText(ada, '## A\n\n![Plan](https://pictures.example/plan.png)\n');
  await expect(ada.content.locator('figure, img').first()).toBeAttached();

  await saved(ada, more(ada, 'Word (DOCX)'));
  await ada.page.getByRole('button', { name: 'Show', exact: true }).click();

  const dialog = ada.page.getByRole('dialog', { name: 'What could not be taken along as it is' });
  await expect(dialog).toContainText('1 picture is linked, not included');
  await ada.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

async function saved(
  { page }: Person,
  act: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await act();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
