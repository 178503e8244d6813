import { expect, type Locator } from '@playwright/test';

import { markup } from './markup.ts';
import type { Person } from './person.ts';

/** The row of formatting buttons. */
export const toolbar = ({ page }: Person): Locator =>
  page.getByRole('toolbar', { name: 'Formatting' });

/** A button of the formatting row, or of the row above a table. */
export const tool = ({ page }: Person, name: string): Locator =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true });

/** Turns the block with the caret into another kind, with the mouse. */
export async function turnInto(person: Person, kind: string): Promise<void> {
  await toolbar(person)
    .getByRole('button', { name: /^Kind of text/ })
    .click();
  await person.page.getByRole('menuitemradio', { name: kind, exact: true }).click();
}

/** Waits until all of them have just this document, as `markup` writes it. */
export async function expectMarkup(people: readonly Person[], expected: string): Promise<void> {
  for (const person of people) {
    await expect
      .poll(async () => markup(await person.json()), { message: `${person.name}'s document` })
      .toBe(expected);
  }
}

/** Opens a document for all of them and waits until they are connected. */
export async function openFor(document: string, ...people: readonly Person[]): Promise<void> {
  await Promise.all(people.map((person) => person.open(document)));
  await Promise.all(people.map((person) => person.connected()));
}

/** One of them leaves, and the other writes these paragraphs at the end. */
export async function writeWhileAway(
  document: string,
  { away, writer }: { readonly away: Person; readonly writer: Person },
  ...paragraphs: readonly string[]
): Promise<void> {
  await writer.open(document);
  await expect(away.people).toHaveCount(2);
  await away.page.goto('about:blank');
  await writer.press('Control+End');
  for (const paragraph of paragraphs) {
    await writer.press('Enter');
    await writer.insert(paragraph);
  }
  await writer.saved();
}

/** Takes everything out, so that there is one empty paragraph. */
export async function clear(person: Person): Promise<void> {
  await person.press('Control+a', 'Backspace', 'Control+Alt+0');
  await expect.poll(async () => markup(await person.json())).toBe('<p/>');
}

/** Pastes as if this had been copied from another page. */
export async function paste(person: Person, html: string): Promise<void> {
  const before = await person.html();
  await person.content.focus();
  await person.content.evaluate((content, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', copied);
    const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    content.dispatchEvent(pasted);
  }, html);
  // What reads it may still have to be fetched.
  await expect.poll(() => person.html()).not.toBe(before);
}
