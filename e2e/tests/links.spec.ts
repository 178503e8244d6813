import type { Locator, Page } from '@playwright/test';
import * as Y from 'yjs';

import type { Person } from '../src/person.ts';
import { StockClient } from '../src/stock-client.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { clear, expectMarkup, openFor, tool } from '../src/writing.ts';

const form = ({ page }: Person): Locator => page.getByRole('dialog', { name: 'Link' });
const address = (person: Person): Locator => form(person).getByRole('textbox', { name: 'Address' });
const button = (person: Person, name: string): Locator =>
  form(person).getByRole('button', { name, exact: true });

async function expectStranger(opened: Page, url: string): Promise<void> {
  await opened.waitForURL(url);
  expect(await opened.evaluate(() => window.opener === null && document.referrer === '')).toBe(
    true,
  );
}

test('a link is added to words, changed and removed, for both', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await ada.type('see here');
  await ada.press('Control+Shift+ArrowLeft');

  await tool(ada, 'Link').click();
  await expect(address(ada)).toBeFocused();
  await ada.page.keyboard.type('example.org/a');
  await ada.page.keyboard.press('Enter');
  await expectMarkup([ada, bo], '<p>see <link href=https://example.org/a>here</link></p>');
  await expect(form(ada)).toBeHidden();
  await expect(ada.content).toBeFocused();

  await ada.press('End', 'ArrowLeft', 'Control+k');
  await expect(address(ada)).toHaveValue('https://example.org/a');
  await address(ada).fill('ada@example.org');
  await button(ada, 'Change').click();
  await expectMarkup([ada, bo], '<p>see <link href=mailto:ada@example.org>here</link></p>');

  await ada.press('Control+k');
  await button(ada, 'Remove').click();
  await expectMarkup([ada, bo], '<p>see here</p>');
});

test('a link without words to put it on brings its own', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await tool(ada, 'Link').click();
  await address(ada).fill('example.org');
  await ada.page.keyboard.press('Enter');
  await ada.type('is plain');
  await expectMarkup(
    [ada, bo],
    '<p><link href=https://example.org>example.org</link> is plain</p>',
  );
});

test('a link that is typed becomes one, by itself and in Markdown', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('https://example.org/a and [this](https://example.org/b) too');
  await expectMarkup(
    [ada, bo],
    '<p><link href=https://example.org/a>https://example.org/a</link> and <link href=https://example.org/b>this</link> too</p>',
  );
});

testWithServer(
  'a link opens from its form and on a click with Ctrl, in a page that knows nothing of this one',
  async ({ server, document, ada }) => {
    await ada.open(document);
    await tool(ada, 'Link').click();
    const target = `${server.url}/healthz`;
    await address(ada).fill(target);
    await ada.page.keyboard.press('Enter');
    const link = ada.content.getByRole('link');

    await ada.press('ArrowLeft', 'ArrowLeft', 'Control+k');
    const fromForm = ada.page.waitForEvent('popup');
    await button(ada, 'Open').click();
    await expectStranger(await fromForm, target);
    await ada.page.keyboard.press('Escape');

    const fromClick = ada.page.waitForEvent('popup');
    await link.click({ modifiers: ['Control'] });
    await expectStranger(await fromClick, target);
    // A plain click is for the caret.
    await link.click();
    await expect(ada.page).toHaveURL(document);
  },
);

test('addresses that could run something are refused, and nothing changes', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('word');
  await ada.press('Control+a');
  for (const unsafe of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'no address',
  ]) {
    await ada.press('Control+k');
    await address(ada).fill(unsafe);
    await ada.page.keyboard.press('Enter');
    await expect(form(ada).getByRole('alert')).toContainText('isn’t an address');
    await ada.page.keyboard.press('Escape');
    await expect(form(ada)).toBeHidden();
    await expectMarkup([ada, bo], '<p>word</p>');
  }
  await clear(ada);
  await ada.type('[word](javascript:alert(1)) ');
  await expect(ada.content.getByRole('link')).toHaveCount(0);
});

testWithServer(
  'a dangerous link that another program put into the document leads nowhere',
  async ({ server, ada }) => {
    const id = await server.newDocument();
    await ada.open(`${server.url}/d/${id}`);
    using other = await new StockClient(server.syncUrl, id).synced();
    const content = other.doc.getXmlFragment('content');
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    text.insert(0, 'trap', { link: { href: 'javascript:alert(1)' } });
    paragraph.insert(0, [text]);
    content.insert(0, [paragraph]);

    const trap = ada.content.getByText('trap');
    await expect(trap).toBeVisible();
    await expect(trap).not.toHaveAttribute('href');
    await expect(ada.content.locator('[href]')).toHaveCount(0);
  },
);
