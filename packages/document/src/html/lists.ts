import { all, isBlock, unwrap, wrapInner } from './elements.ts';

/** Makes lists of lists whatever way they were nested, and tasks of items with a box. */
export function tidyLists(body: HTMLElement): void {
  for (const menu of all(body, 'menu, dir')) unwrap(menu);
  for (const list of all(body, ':is(ul, ol) > :is(ul, ol)')) moveIntoItem(list);
  for (const list of all(body, 'ul, ol')) wrapStrays(list);
  for (const item of all(body, 'li')) readTask(item);
  for (const list of all(body, 'ul, ol'))
    if (!list.matches('[data-type="taskList"]')) splitTasks(list);
  for (const item of all(body, 'li[data-type="taskItem"]')) shapeTask(item);
  for (const item of all(body, 'li')) beginWithLine(item);
}

/** An item begins with a line of text; one that begins with a list or a picture begins with an empty one. */
function beginWithLine(item: Element): void {
  const isTask = item.matches('[data-type="taskItem"]');
  const inside = (isTask ? item.firstElementChild : null) ?? item;
  const first = [...inside.childNodes].find(
    (child) => child.nodeType === 1 || (child.textContent ?? '').trim() !== '',
  );
  const startsBlock = first !== undefined && (isBlock(first) || first.nodeName === 'IMG');
  if (startsBlock && !['P', 'DIV'].includes(first.nodeName))
    inside.prepend(item.ownerDocument.createElement('p'));
  else if (first?.nodeName === 'DIV' && (first as Element).matches('[data-latex], [data-embed]'))
    inside.prepend(item.ownerDocument.createElement('p'));
}

/** A list beside an item means: below that item. */
function moveIntoItem(list: HTMLElement): void {
  const before = list.previousElementSibling;
  if (before?.matches('li') === true) before.append(list);
  else {
    const item = list.ownerDocument.createElement('li');
    list.replaceWith(item);
    item.append(list);
  }
}

function wrapStrays(list: HTMLElement): void {
  for (const child of Array.from(list.childNodes)) {
    const isElement = child.nodeType === 1;
    if (isElement && (child as Element).matches('li')) continue;
    if (!isElement && (child.textContent ?? '').trim() === '') continue;
    const item = list.ownerDocument.createElement('li');
    child.replaceWith(item);
    item.append(child);
  }
}

const BOX =
  'input[type="checkbox"], [role="checkbox"], .checkbox, img[alt="checked"], img[alt="unchecked"]';

/** Boxes of forms, of Google Docs, of Notion and of Outline. */
function readTask(item: HTMLElement): void {
  if (item.dataset['type'] === 'taskItem') {
    const checked = item.getAttribute('data-checked');
    return becomeTask(item, checked === '' || checked === 'true');
  }
  const box = all(item, BOX).find((found) => found.closest('li') === item);
  if (item.matches('[role="checkbox"], .checkbox_list_item, [data-type="checkbox_item"]')) {
    const isDone = item.matches('.checked') || item.getAttribute('aria-checked') === 'true';
    const isBoxDone = box !== undefined && isChecked(box);
    box?.remove();
    return becomeTask(item, isDone || isBoxDone);
  }
  if (box !== undefined && isFirstIn(item, box)) {
    const checked = isChecked(box);
    box.remove();
    return becomeTask(item, checked);
  }
}

function becomeTask(item: HTMLElement, checked: boolean): void {
  item.setAttribute('data-type', 'taskItem');
  item.setAttribute('data-checked', String(checked));
}

function isChecked(box: Element): boolean {
  return (
    box.hasAttribute('checked') ||
    box.getAttribute('aria-checked') === 'true' ||
    box.getAttribute('alt') === 'checked' ||
    box.matches('.checkbox-on, .checked')
  );
}

function isFirstIn(item: Element, box: Element): boolean {
  const text = firstText(item);
  return text === null || (box.compareDocumentPosition(text) & 4) !== 0;
}

/** The first text that is more than space. */
function firstText(root: Node): Text | null {
  for (const child of root.childNodes) {
    if (child.nodeType === 3 && (child.textContent ?? '').trim() !== '') return child as Text;
    const inner = child.nodeType === 1 ? firstText(child) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** Tasks and other items are lists of their own. */
function splitTasks(list: HTMLElement): void {
  const isTask = (item: Element): boolean => item.getAttribute('data-type') === 'taskItem';
  const items = [...list.children];
  if (!items.some(isTask)) return list.removeAttribute('data-type');
  const parts: HTMLElement[] = [];
  for (const item of items) {
    const kind = isTask(item) ? 'taskList' : 'list';
    let last = parts.at(-1);
    if (last?.dataset['kind'] !== kind) {
      last = list.ownerDocument.createElement(kind === 'taskList' ? 'ul' : list.nodeName);
      last.dataset['kind'] = kind;
      if (kind === 'taskList') last.dataset['type'] = kind;
      parts.push(last);
    }
    last.append(item);
  }
  list.replaceWith(...parts);
}

/** The schema looks for a task's content in the first block inside it. */
function shapeTask(item: HTMLElement): void {
  if (item.parentElement?.matches('ul[data-type="taskList"]') !== true)
    splitTasks(item.parentElement ?? item);
  for (const part of Array.from(item.children)) {
    if (part.matches('label, input')) {
      for (const box of all(part, 'input, span:empty')) box.remove();
      if (part.matches('input')) part.remove();
      else unwrap(part);
    }
  }
  const only = item.children.length === 1 ? item.firstElementChild : null;
  const isShaped = only?.nodeName === 'DIV' && only.attributes.length === 0 && !hasLooseText(item);
  if (!isShaped) wrapInner(item, 'div');
}

const hasLooseText = (item: Element): boolean =>
  [...item.childNodes].some(
    (child) => child.nodeType === 3 && (child.textContent ?? '').trim() !== '',
  );
