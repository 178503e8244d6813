import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';

/** Waits until both have the same and all of it is on the server's disk. */
async function agree(...people: readonly [Person, Person]): Promise<void> {
  const [one, other] = people;
  await Promise.all([one.saved(), other.saved()]);
  await expect(async () => expect(await one.json()).toEqual(await other.json())).toPass();
}

/** Lets each of the two do something without knowing of the other, then tells them. */
async function atOnce(
  ada: Person,
  adas: () => Promise<void>,
  bo: Person,
  bos: () => Promise<void>,
) {
  for (const { line } of [ada, bo]) await line.hold();
  await Promise.all([adas(), bos()]);
  for (const { line } of [ada, bo]) line.release();
  await agree(ada, bo);
}

/** Both have the document open, with these paragraphs in it. */
async function openWith(document: string, ada: Person, bo: Person, ...paragraphs: string[]) {
  await Promise.all([ada.open(document), bo.open(document)]);
  for (const [n, words] of paragraphs.entries()) {
    if (n > 0) await ada.press('Enter');
    await ada.insert(words);
  }
  await expect.poll(() => bo.text()).toBe(paragraphs.join('\n'));
  await ada.saved();
}

test('two people type at the same place at the same moment and end with the same text', async ({
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await Promise.all([ada.connected(), bo.connected()]);

  await Promise.all([ada.type('aaaaaaaaaaaaaaaaaaaa'), bo.type('bbbbbbbbbbbbbbbbbbbb')]);

  await agree(ada, bo);
  const text = await ada.text();
  expect(text.replaceAll('b', '')).toBe('a'.repeat(20));
  expect(text.replaceAll('a', '')).toBe('b'.repeat(20));
});

test('words that two people type in one place without knowing of each other stay whole', async ({
  document,
  ada,
  bo,
}) => {
  await openWith(document, ada, bo, 'before zero');
  await ada.goBehind('before ');
  await bo.goBehind('before ');

  await atOnce(
    ada,
    () => ada.type('Ada wrote this '),
    bo,
    () => bo.type('Bo wrote that '),
  );

  expect([
    'before Ada wrote this Bo wrote that zero',
    'before Bo wrote that Ada wrote this zero',
  ]).toContain(await ada.text());
});

test('what one makes bold while the other deletes a part of it is bold where it is still there', async ({
  document,
  ada,
  bo,
}) => {
  await openWith(document, ada, bo, 'one two three four');
  await ada.select('two three');
  await bo.select('three four');

  await atOnce(
    ada,
    () => ada.press('Control+b'),
    bo,
    () => bo.press('Delete'),
  );

  expect(await ada.html()).toBe('<p>one <strong>two </strong></p>');
});

test('what one types into words that the other deletes is still there', async ({
  document,
  ada,
  bo,
}) => {
  await openWith(document, ada, bo, 'one two three four');
  await ada.goBehind('tw');
  await bo.select('two three');

  await atOnce(
    ada,
    () => ada.type('NEW'),
    bo,
    () => bo.press('Delete'),
  );

  expect(await ada.text()).toBe('one NEW four');
});

test('words that get two formats at once have both, also where they overlap only in part', async ({
  document,
  ada,
  bo,
}) => {
  await openWith(document, ada, bo, 'one two three');
  await ada.select('one two');
  await bo.select('two three');

  await atOnce(
    ada,
    () => ada.press('Control+b'),
    bo,
    () => bo.press('Control+i'),
  );

  expect(await ada.html()).toBe('<p><strong>one <em>two</em></strong><em> three</em></p>');
});

test('words that two people make bold at once are bold, and plain when one then takes it back', async ({
  document,
  ada,
  bo,
}) => {
  await openWith(document, ada, bo, 'one two three');
  await ada.select('two');
  await bo.select('two');

  await atOnce(
    ada,
    () => ada.press('Control+b'),
    bo,
    () => bo.press('Control+b'),
  );
  expect(await ada.html()).toBe('<p>one <strong>two</strong> three</p>');

  await bo.press('Control+b');
  await agree(ada, bo);
  expect(await ada.html()).toBe('<p>one two three</p>');
});

test('paragraphs that are split by one and joined by the other end the same, with every word in them', async ({
  document,
  ada,
  bo,
}) => {
  await openWith(document, ada, bo, 'alpha', 'beta gamma');
  await ada.goBehind('beta ');
  await bo.goBehind('beta');
  await bo.press('Home');

  await atOnce(
    ada,
    () => ada.press('Enter'),
    bo,
    () => bo.press('Backspace'),
  );

  const text = await ada.text();
  for (const word of ['alpha', 'beta', 'gamma']) expect(text).toContain(word);
});

test('a paragraph that both split at once ends the same for both, with every word in it', async ({
  document,
  ada,
  bo,
}) => {
  await openWith(document, ada, bo, 'one two three');
  await ada.goBehind('one');
  await bo.goBehind('two');

  await atOnce(
    ada,
    () => ada.press('Enter'),
    bo,
    () => bo.press('Enter'),
  );

  const text = await ada.text();
  for (const word of ['one', 'two', 'three']) expect(text).toContain(word);
});
