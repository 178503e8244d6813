import { readFile } from 'node:fs/promises';

import type { Locator } from '@playwright/test';

import { give, nodesOf } from '../src/files.ts';
import type { Person } from '../src/person.ts';
import { importFile } from '../src/start.ts';
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
      const { name, bytes: buffer } = file;
      await importFile(ada.page, { name, mimeType: 'application/octet-stream', buffer });
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

test('a dropped file says what it says where it is dropped, is undone by one key, and can be attached instead', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await clear(ada);
  await ada.type('above');
  const notes = { name: 'notes.md', type: 'text/markdown', text: '## Notes\n\n- one\n' };

  await give(ada, 'drop', notes);
  await expect(bo.content.locator('p + h2')).toHaveText('Notes');
  await expect(bo.content.locator('h2 + ul li')).toHaveText('one');
  await ada.press('Control+z');
  await expectMarkup([ada, bo], '<p>above</p>');

  await give(ada, 'drop', notes);
  await expect(ada.content.locator('h2')).toHaveText('Notes');
  await ada.page.getByRole('button', { name: 'Attach instead' }).last().click();
  await expect(bo.content.getByRole('link', { name: 'Download notes.md' })).toBeVisible();
  await expect(bo.content.locator('h2')).toHaveCount(0);
  await expect(bo.content).toContainText('above');
});

const pictures = ({ content }: Person): Locator => content.locator('.ed-image img');

test('pictures in a dropped Word file and in pasted HTML are uploaded, and those that can’t be are told', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await clear(ada);
  const photo = { name: 'photo.png', type: 'image/png', picture: [320, 160] } as const;
  // As browsers copy a picture of a page.
  await give(ada, 'paste', { ...photo, html: '<img src="https://pictures.example/photo.png">' });
  await expect(pictures(ada)).toHaveJSProperty('naturalWidth', 320);
  await ada.saved();
  const word = await saved(ada, more(ada, 'Word (DOCX)'));
  await clear(ada);

  const base64 = word.bytes.toString('base64');
  await give(ada, 'drop', { name: 'photo.docx', type: 'application/octet-stream', base64 });
  await expect(pictures(bo)).toHaveJSProperty('naturalWidth', 320);
  const [{ src } = {}] = await nodesOf(bo, 'image');
  expect(src).toMatch(/^\/files\/[0-9a-f]{64}\.png/);
  // The words and their pictures are one step.
  await ada.press('Control+z');
  await expect(pictures(bo)).toHaveCount(0);

  const data = await ada.page.evaluate(() => {
    const canvas = window.document.createElement('canvas');
    canvas.getContext('2d')?.fillText('drawn', 20, 20);
    return canvas.toDataURL('image/png');
  });
  await paste(
    ada,
    `<p>here</p><img src="${data}" alt="Drawn"><img src="file:///c:/a.png" alt="Lost">`,
  );
  await expect(bo.content.getByRole('img', { name: 'Drawn' })).toHaveJSProperty(
    'naturalWidth',
    300,
  );
  await expect(
    ada.page.getByText('Pasted. 1 thing could not be taken along as it is.'),
  ).toBeVisible();
});
