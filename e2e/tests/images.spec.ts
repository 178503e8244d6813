import type { Locator } from '@playwright/test';
import * as Y from 'yjs';

import type { Person } from '../src/person.ts';
import { StockClient } from '../src/stock-client.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor, tool } from '../src/writing.ts';

const form = ({ page }: Person): Locator => page.getByRole('dialog', { name: 'Image' });
const address = (person: Person): Locator => form(person).getByRole('textbox', { name: 'Address' });
const description = (person: Person): Locator =>
  form(person).getByRole('textbox', { name: /^Description/ });

/** The app's own icon is a picture on the web, too. */
testWithServer(
  'a picture is put in by its address with a description, shown to both, and changed',
  async ({ server, document, ada, bo }) => {
    const src = `${server.url}/icon-192.png`;
    await openFor(document, ada, bo);
    await ada.type('above');
    await tool(ada, 'Image').click();
    await expect(address(ada)).toBeFocused();
    await ada.page.keyboard.type(src);
    await ada.page.keyboard.press('Tab');
    await ada.page.keyboard.type('A drop of ink');
    await ada.page.keyboard.press('Enter');
    await expectMarkup([ada, bo], `<p>above</p><image alt=A drop of ink src=${src}/><p/>`);

    const picture = bo.content.getByRole('img', { name: 'A drop of ink' });
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(192);
    // Its host must not learn the document's address, which is the right to write.
    await expect(picture).toHaveAttribute('referrerpolicy', 'no-referrer');

    await ada.content.getByRole('img').click();
    await tool(ada, 'Image').click();
    await expect(address(ada)).toHaveValue(src);
    await description(ada).fill('The icon');
    await form(ada).getByRole('button', { name: 'Change' }).click();
    await expectMarkup([ada, bo], `<p>above</p><image alt=The icon src=${src}/><p/>`);
    await ada.saved();
    await ada.reload();
    await expectMarkup([ada], `<p>above</p><image alt=The icon src=${src}/><p/>`);
  },
);

test('pictures that are none of the web’s are refused, and nothing changes', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  for (const unsafe of [
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'ada@example.org',
    '',
  ]) {
    await tool(ada, 'Image').click();
    await address(ada).fill(unsafe);
    await ada.page.keyboard.press('Enter');
    await expect(form(ada).getByRole('alert')).toContainText('isn’t the address of a picture');
    await ada.page.keyboard.press('Escape');
    await expect(form(ada)).toBeHidden();
    await expect(ada.content).toBeFocused();
  }
  await expectMarkup([ada], '<p/>');
});

testWithServer(
  'a dangerous picture that another program put into the document is not loaded',
  async ({ server, ada }) => {
    const id = await server.newDocument();
    await ada.open(`${server.url}/d/${id}`);
    using other = await new StockClient(server.syncUrl, id).synced();
    const image = new Y.XmlElement('image');
    image.setAttribute('src', 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>');
    image.setAttribute('alt', 'A trap');
    other.doc.getXmlFragment('content').insert(0, [image]);

    const trap = ada.content.getByRole('img', { name: 'A trap' });
    await expect(trap).toBeAttached();
    await expect(trap).not.toHaveAttribute('src');
  },
);
