import { expect, test } from 'vitest';

import { paintFirst } from '../src/typing/paint-first.ts';

/** A page that paints when it is told to. */
function openPage() {
  const dom = new EventTarget();
  let waiting: (() => void)[] = [];
  let holds = 0;
  let begun = 0;
  const hold = () => {
    [holds, begun] = [holds + 1, begun + 1];
    return () => {
      holds -= 1;
    };
  };
  const afterPaint = (act: () => void) => {
    waiting.push(act);
    return () => {
      waiting = waiting.filter((one) => one !== act);
    };
  };
  return {
    press: () => dom.dispatchEvent(new Event('keydown')),
    paint: () => {
      for (const act of waiting.splice(0)) act();
    },
    isHeld: () => holds > 0,
    begun: () => begun,
    close: paintFirst(dom, hold, afterPaint),
  };
}

test('what others do waits from a key until its letter is painted', () => {
  const page = openPage();
  expect(page.isHeld()).toBe(false);
  page.press();
  expect(page.isHeld()).toBe(true);
  page.paint();
  expect(page.isHeld()).toBe(false);
  page.press();
  expect(page.isHeld()).toBe(true);
});

test('who types faster than is painted does not shut the others out', () => {
  const page = openPage();
  page.press();
  page.press();
  expect(page.begun()).toBe(1);
  page.paint();
  expect(page.isHeld()).toBe(false);
});

test('nothing waits any more when the page is closed', () => {
  const page = openPage();
  page.press();
  page.close();
  expect(page.isHeld()).toBe(false);
  page.press();
  expect(page.isHeld()).toBe(false);
});
