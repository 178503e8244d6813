import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';

import { isSafeImageSource } from '@indelible/document';

import { words } from '../../words/words.ts';
import { element } from '../draw.ts';
import { redrawn } from './frame.ts';
import { inWords } from './size.ts';

/** A file: what it is called, its kind and size, and a way to get it. */
export function fileView(node: Node): NodeView {
  const dom = element('div', { class: 'ed-card ed-file' });
  dom.contentEditable = 'false';
  const kind = element('span', { class: 'ed-card-kind' });
  kind.setAttribute('aria-hidden', 'true');
  const name = element('span', { class: 'ed-card-name' });
  const about = element('span', { class: 'ed-card-about' });
  const text = element('span', { class: 'ed-card-text' });
  text.append(name, about);
  const link = element('a', { class: 'ed-card-action' });
  link.textContent = words().media.download;
  dom.append(kind, text, link);
  const draw = ({ attrs }: Node): void => {
    const { src, size }: Record<string, unknown> = attrs;
    const called = typeof attrs['name'] === 'string' ? attrs['name'] : '';
    const ending = endingOf(called);
    kind.textContent = ending;
    name.textContent = called === '' ? words().media.file : called;
    about.textContent = [ending, inWords(size)].filter((part) => part !== '').join(' · ');
    link.hidden = typeof src !== 'string' || !isSafeImageSource(src);
    link.setAttribute('aria-label', `${words().media.download} ${called}`);
    link.download = called;
    if (link.hidden) link.removeAttribute('href');
    else link.href = String(src);
  };
  return {
    dom,
    ...redrawn(node, draw),
    stopEvent: ({ target, type }) => target === link && !type.startsWith('drag'),
  };
}

const endingOf = (name: string): string =>
  /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? '';
