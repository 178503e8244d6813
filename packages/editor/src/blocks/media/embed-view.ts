import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';

import { type Player, playerOf, toEmbed } from '@indelible/document';

import { words } from '../../words/words.ts';
import { element } from '../draw.ts';
import { redrawn } from './frame.ts';

/** What a player needs, and no more: it is another origin, so none of this reaches our page. */
const SANDBOX = 'allow-scripts allow-same-origin allow-presentation allow-popups';

/**
 * A page of another host: a card that says of which, and a frame once somebody asks for it. Until then nothing
 * is loaded from there.
 */
export function embedView(node: Node): NodeView {
  const dom = element('div', { class: 'ed-embed' });
  dom.contentEditable = 'false';
  let drawn: unknown;
  const draw = ({ attrs }: Node): void => {
    const src: unknown = attrs['src'];
    if (src === drawn && dom.hasChildNodes()) return;
    drawn = src;
    const url = toEmbed(src);
    dom.replaceChildren(url === null ? refused() : card(dom, url, playerOf(src)));
  };
  return {
    dom,
    ...redrawn(node, draw),
    stopEvent: ({ target, type }) =>
      !type.startsWith('drag') && target instanceof Element && target.closest('a, button') !== null,
  };
}

function refused(): HTMLElement {
  const made = element('div', { class: 'ed-card' });
  made.textContent = words().media.unsafe;
  return made;
}

function card(dom: HTMLElement, url: URL, player: Player | null): HTMLElement {
  const { media } = words();
  const made = element('div', { class: 'ed-card' });
  const host = url.hostname.replace(/^www\./, '');
  const name = element('span', { class: 'ed-card-name' });
  name.textContent = player?.name ?? host;
  const about = element('span', { class: 'ed-card-about' });
  about.textContent =
    player === null ? shortened(url) : media.loadsFrom(new URL(player.address).hostname);
  const text = element('span', { class: 'ed-card-text' });
  text.append(name, about);
  made.append(text);
  if (player !== null) made.append(showButton(dom, player));
  made.append(link(url));
  return made;
}

function showButton(dom: HTMLElement, player: Player): HTMLElement {
  const button = element('button', { class: 'ed-card-action ed-card-main' });
  button.type = 'button';
  button.textContent = words().media.show(player.name);
  button.addEventListener('click', () => {
    const frame = frameOf(player);
    dom.replaceChildren(frame);
    frame.focus();
  });
  return button;
}

function frameOf({ name, address, shape }: Player): HTMLIFrameElement {
  const frame = element('iframe', { class: `ed-frame ed-frame-${shape}` });
  frame.title = name;
  frame.setAttribute('sandbox', SANDBOX);
  frame.allow = 'fullscreen; picture-in-picture; encrypted-media';
  // The site, which some players ask for, but never the document's address.
  frame.referrerPolicy = 'strict-origin';
  frame.src = address;
  return frame;
}

function link({ href }: URL): HTMLElement {
  const made = element('a', { class: 'ed-card-action' });
  made.href = href;
  made.target = '_blank';
  made.rel = 'noopener noreferrer nofollow';
  made.textContent = words().media.openNew;
  return made;
}

const shortened = ({ pathname, search, hostname }: URL): string => {
  const rest = pathname === '/' && search === '' ? hostname : `${pathname}${search}`;
  return rest.length > 80 ? `${rest.slice(0, 79)}…` : rest;
};
