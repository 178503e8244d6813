import { words } from '../words/words.ts';
import type { UploadTrouble } from './upload-file.ts';

/** How far a file has come. */
export type UploadState =
  | { readonly type: 'sending'; readonly share: number }
  /** For the server. */
  | { readonly type: 'waiting'; readonly kept: boolean }
  | { readonly type: 'failed'; readonly trouble: UploadTrouble };

export interface UploadCard {
  readonly element: HTMLElement;
  readonly show: (state: UploadState) => void;
}

interface CardActions {
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/**
 * What stands for a file until it is uploaded, on this page only.
 *
 * @param preview address of the picture on this device, if it is one.
 */
export function uploadCard(name: string, preview: string | null, actions: CardActions): UploadCard {
  const { media } = words();
  const element = document.createElement('div');
  element.className = 'ed-upload';
  element.contentEditable = 'false';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', media.upload(name));
  if (preview !== null) element.append(pictureOf(preview));
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', media.progress);
  const said = document.createElement('span');
  said.className = 'ed-upload-said';
  said.setAttribute('role', 'status');
  const retry = button(media.retry, actions.onRetry);
  const remove = button(media.remove, actions.onRemove);
  const title = document.createElement('span');
  title.className = 'ed-upload-name';
  title.textContent = name;
  const line = document.createElement('div');
  line.className = 'ed-upload-line';
  line.append(title, said, retry, remove);
  element.append(bar, line);
  const show = (state: UploadState): void => {
    element.dataset['state'] = state.type;
    bar.hidden = state.type !== 'sending';
    retry.hidden = state.type === 'sending';
    if (state.type === 'sending') bar.value = state.share;
    const text = sentence(state);
    if (said.textContent !== text) said.textContent = text;
  };
  return { element, show };
}

function sentence(state: UploadState): string {
  const { media } = words();
  if (state.type === 'sending') return media.uploading;
  if (state.type === 'failed') return media.troubles[state.trouble];
  return state.kept ? media.waitingKept : media.waitingUnkept;
}

function pictureOf(preview: string): HTMLImageElement {
  const picture = document.createElement('img');
  picture.src = preview;
  picture.alt = '';
  // What the browser can't draw (HEIC, for one) has a name all the same.
  picture.addEventListener('error', () => picture.remove());
  return picture;
}

function button(label: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'ed-quiet';
  element.textContent = label;
  element.addEventListener('click', onPress);
  return element;
}
