import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { hallway } from '../src/sample.ts';
import { expect, test } from '../src/test.ts';
import { openFor, paste } from '../src/writing.ts';

const file = fileURLToPath(new URL('../../docs/two-people.png', import.meta.url));
const LARGEST = 400 * 1024;

test('the README’s picture of two people who write in one document', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.title.fill(hallway.title);
  await paste(ada, hallway.html);
  await expect.poll(() => bo.text()).toContain('brushes are');

  await bo.select('handshake of a house');
  await ada.goBehind('the door frames last.');
  await ada.type(' Mina paints the banister.');
  await ada.select('behind the radiator');
  await ada.saved();
  await expect.poll(() => ada.othersSelections()).toEqual(['handshake of a house']);
  await ada.page.evaluate(() => scrollTo(0, 0));
  // The name at a caret is there for a while after it has moved.
  await bo.press('Shift+ArrowRight', 'Shift+ArrowLeft');
  await expect.poll(() => ada.othersSelections()).toEqual(['handshake of a house']);

  await ada.page.screenshot({ path: file, caret: 'initial' });
  const { size } = statSync(file);
  console.log(`docs/two-people.png, ${Math.round(size / 1024)} KB`);
  expect(size).toBeLessThan(LARGEST);
});
