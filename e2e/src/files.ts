import type { Locator } from '@playwright/test';

import type { Person } from './person.ts';

/** How files get into a document from elsewhere. */
type Way = 'paste' | 'drop' | 'drop with Shift';

interface GivenFile {
  readonly name: string;
  readonly type: string;
  /** Pixels of a picture that is painted here; or else the text that the file has. */
  readonly picture?: readonly [width: number, height: number];
  readonly text?: string;
  /** Or else the bytes that it has, in base64. */
  readonly base64?: string;
  /** What is in the clipboard beside it. */
  readonly html?: string;
}

/** Pastes files, or drops them on the last line, as if they came from the desktop. */
export async function give(
  person: Person,
  way: Way,
  ...files: readonly GivenFile[]
): Promise<void> {
  await person.content.evaluate(
    async (content, [how, given]) => {
      const data = new DataTransfer();
      for (const { name, type, picture, text = '', base64, html } of given) {
        if (html !== undefined) data.setData('text/html', html);
        const [width, height] = picture ?? [1, 1];
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        const light = context.createLinearGradient(0, 0, width, height);
        light.addColorStop(0, '#f4d58d');
        light.addColorStop(1, '#36558f');
        context.fillStyle = light;
        context.fillRect(0, 0, width, height);
        const bytes = Uint8Array.from(atob(base64 ?? ''), (byte) => byte.codePointAt(0) ?? 0);
        const said = base64 === undefined ? text : bytes;
        const body = picture === undefined ? said : await canvas.convertToBlob({ type });
        data.items.add(new File([body], name, { type }));
      }
      const common = { bubbles: true, cancelable: true };
      const box = (content.lastElementChild ?? content).getBoundingClientRect();
      const place = { clientX: box.left + 5, clientY: box.bottom - 3 };
      const event =
        how === 'paste'
          ? new ClipboardEvent('paste', { ...common, clipboardData: data })
          : new DragEvent('drop', {
              ...common,
              ...place,
              shiftKey: how !== 'drop',
              dataTransfer: data,
            });
      content.dispatchEvent(event);
    },
    [way, files] as const,
  );
}

/** What stands for a file until it is uploaded. */
export const uploadOf = ({ content }: Person, name: string): Locator =>
  content.getByRole('group', { name: `Upload of ${name}` });

/** The document's nodes of a kind, each with its attributes. */
export async function nodesOf(
  person: Person,
  type: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const json = (await person.json()) as {
    readonly content?: readonly {
      readonly type: string;
      readonly attrs?: Record<string, unknown>;
    }[];
  };
  return (json.content ?? []).filter((node) => node.type === type).map(({ attrs = {} }) => attrs);
}
