import { type Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { handlePaste, isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';

import { TableBox } from './table-box.ts';
import { typeOverCells } from './table-commands.ts';
import type { TableHandles } from './table-handles.ts';
import { tableKeys } from './table-keys.ts';
import { cellsFromText, tableText } from './table-text.ts';

/** What people work on tables with: keys, handles and their menu, and words from spreadsheets and for them. */
export const tableTools = Extension.create<object, { openMenu: () => void }>({
  name: 'tableTools',
  // Before the keys of lists and of the library's own tables.
  priority: 900,
  addStorage: () => ({ openMenu: () => {} }),
  addKeyboardShortcuts() {
    return {
      ...tableKeys,
      'Alt-F9': ({ editor }: { editor: Editor }) => {
        if (!isInTable(editor.state)) return false;
        this.storage.openMenu();
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          nodeViews: { table: (node) => new TableBox(node) },
          handleTextInput: (view, _from, _to, text) =>
            typeOverCells(text)(view.state, view.dispatch, view),
          // An empty answer leaves it to the editor.
          clipboardTextSerializer: (slice, view) => tableText(slice, view.state.schema) ?? '',
          handlePaste: (view, event) => pasteText(view, event),
          handleDOMEvents: { beforeinput: (view, event) => refuseAcrossCells(view, event) },
        },
        view: (view) => {
          const tools = new LazyHandles(view);
          this.storage.openMenu = () => tools.openMenu();
          return tools;
        },
      }),
    ];
  },
});

/** Keyboards that are not known by their keys delete at the edge of a cell what is in the next one. */
function refuseAcrossCells(view: EditorView, event: InputEvent): boolean {
  if (!event.inputType.startsWith('delete') || !view.state.selection.empty) return false;
  const isAcross = event.getTargetRanges().some(({ startContainer, endContainer }) => {
    const [from, to] = [cellAround(startContainer), cellAround(endContainer)];
    return from !== to && from !== null && to !== null;
  });
  if (isAcross) event.preventDefault();
  return isAcross;
}

function cellAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('td, th') ?? null;
}

/** Words with tabs between them become cells where there is a table to put them in. */
function pasteText(view: EditorView, event: ClipboardEvent): boolean {
  const { clipboardData } = event;
  const isPlain = clipboardData !== null && !clipboardData.types.includes('text/html');
  if (!isPlain || !isInTable(view.state)) return false;
  const cells = cellsFromText(clipboardData.getData('text/plain'), view.state.schema);
  if (cells === null) return false;
  return handlePaste(view, event, cells);
}

/** The handles are loaded when the page first has to do with a table. */
class LazyHandles {
  readonly #view: EditorView;
  #loading: Promise<TableHandles | null> | null = null;
  #handles: TableHandles | null = null;
  #isDestroyed = false;

  constructor(view: EditorView) {
    this.#view = view;
    view.dom.addEventListener('pointerover', this.#onPointer);
  }

  update(): void {
    if (this.#handles !== null) this.#handles.update();
    else if (isInTable(this.#view.state)) void this.#load();
  }

  openMenu(): void {
    void this.#load().then((handles) => handles?.openMenu());
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#view.dom.removeEventListener('pointerover', this.#onPointer);
    this.#handles?.destroy();
  }

  readonly #onPointer = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('table') !== null) void this.#load();
  };

  #load(): Promise<TableHandles | null> {
    this.#loading ??= this.#make();
    return this.#loading;
  }

  async #make(): Promise<TableHandles | null> {
    const { TableHandles: Handles } = await import('./table-handles.ts');
    const frame = this.#view.dom.closest<HTMLElement>('.ed-page');
    if (this.#isDestroyed || frame === null) return null;
    this.#handles = new Handles(this.#view, frame);
    return this.#handles;
  }
}
