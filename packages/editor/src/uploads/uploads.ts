import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import type { StoredFile } from '@indelible/protocol';

import { asPartOf, type UndoStep } from './as-one-step.ts';
import { atMost } from './at-most.ts';
import { nodeFor, rememberPreview } from './finished.ts';
import type { KeptUpload } from './kept-uploads.ts';
import { anchorAt, blockPlace, placeOf, putBlock } from './places.ts';
import { takeStrayFiles } from './stray-files.ts';
import { openUploads, takeFiles } from './take-files.ts';
import { type UploadCard, uploadCard, type UploadState } from './upload-card.ts';
import { UploadFailed } from './upload-file.ts';
import { type PlacesChange, uploadsKey } from './upload-places.ts';
import type { PlacedFile, UploadsOptions } from './uploads-options.ts';

/** Browsers have few lines to one server, and words need them, too. */
const inTurn = atMost(2);

/** A file on its way. */
interface Pending {
  readonly upload: KeptUpload;
  readonly card: UploadCard;
  readonly preview: string | null;
  readonly cancel: AbortController;
  /** What it is undone with, if nothing has been done since. */
  readonly step: UndoStep | null;
  /** Ends the waiting for another try. */
  again: () => void;
}

/** Not `randomUUID`, which is missing on plain http. */
const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** Milliseconds after which a file that waits for the server is tried again without being asked. */
const TRY_AGAIN_AFTER = 15_000;

/**
 * The files that this page brings to the server. Each is kept on the device, shown to nobody else, and becomes
 * part of the document when the server has it.
 */
export class Uploads {
  /** Where the files belong, in the words of Yjs. */
  readonly anchors = new Map<string, unknown>();
  readonly #view: EditorView;
  readonly #options: UploadsOptions;
  readonly #pending = new Map<string, Pending>();
  readonly #disposed = new AbortController();

  constructor(view: EditorView, options: UploadsOptions) {
    this.#view = view;
    this.#options = options;
    openUploads.set(view, this);
    const { signal } = this.#disposed;
    addEventListener('beforeunload', (event) => this.#warn(event), { signal });
    takeStrayFiles(
      (files, attach) => takeFiles(view, files, view.state.doc.content.size, attach),
      signal,
    );
    const end = options.onReturn(() => this.retryWaiting());
    signal.addEventListener('abort', end);
    void this.#resume();
  }

  /** What stands for a file in the text. */
  cardOf(id: string): HTMLElement | null {
    return this.#pending.get(id)?.card.element ?? null;
  }

  /** To be called when Yjs has what changed here: what was put between two files parts them. */
  anchorAgain(): void {
    const { state } = this.#view;
    for (const [id, place] of uploadsKey.getState(state) ?? []) {
      this.anchors.set(id, anchorAt(state, place));
    }
  }

  /** Takes in files that were pasted, dropped or picked, for a place in the text. */
  add(files: readonly File[], position: number): void {
    for (const file of files) {
      const { state } = this.#view;
      const place = blockPlace(state.doc, position, state.schema.node('image'));
      this.#take({ file, name: file.name, place }, null);
    }
  }

  /**
   * Takes in the pictures that came inside of what was just put into the text.
   *
   * @returns a function that takes those back that are not there yet.
   */
  addPictures(pictures: readonly PlacedFile[], step: UndoStep | null): () => void {
    const ids = pictures.map((picture) => this.#take(picture, step));
    return () => {
      for (const id of ids) this.#remove(id);
    };
  }

  retryWaiting(): void {
    for (const { again } of this.#pending.values()) again();
  }

  /** Leaves what has not been uploaded to the next editor of this document. */
  dispose(): void {
    this.#disposed.abort();
    for (const pending of this.#pending.values()) {
      pending.cancel.abort();
      pending.again();
      if (pending.preview !== null) URL.revokeObjectURL(pending.preview);
    }
    this.#pending.clear();
  }

  async #resume(): Promise<void> {
    const { kept, document } = this.#options;
    for (const id of await kept.idsOf(document)) {
      if (!this.#pending.has(id)) void this.#exclusively(id, () => this.#takeUp(id));
    }
  }

  /** A file that this page, or another, did not get to the server. */
  async #takeUp(id: string): Promise<void> {
    const upload = await this.#options.kept.get(id);
    if (upload === null || this.#disposed.signal.aborted) return;
    await this.#run(this.#show(upload, placeOf(this.#view.state, upload.anchor)));
  }

  #take(taken: PlacedFile, step: UndoStep | null): string {
    const { place, ...file } = taken;
    const anchor = anchorAt(this.#view.state, place);
    const upload = { id: newId(), document: this.#options.document, ...file, anchor };
    void this.#keepAndRun(this.#show(upload, place, step));
    return upload.id;
  }

  async #keepAndRun(pending: Pending): Promise<void> {
    await this.#options.kept.put(pending.upload);
    await this.#exclusively(pending.upload.id, () => this.#run(pending));
  }

  async #exclusively(id: string, work: () => Promise<void>): Promise<void> {
    const { locks } = this.#options;
    if (locks === null) return work();
    const { signal } = this.#disposed;
    const name = `indelible-upload:${id}`;
    await locks.request(name, { signal }, work).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  #show(upload: KeptUpload, place: number, step: UndoStep | null = null): Pending {
    const { id, name, file } = upload;
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
    const card = uploadCard(name, preview, {
      onRetry: () => this.#pending.get(id)?.again(),
      onRemove: () => this.#remove(id),
    });
    const cancel = new AbortController();
    const pending: Pending = { upload, card, preview, cancel, step, again: () => undefined };
    card.show({ type: 'sending', share: 0 });
    this.#pending.set(id, pending);
    this.anchors.set(id, upload.anchor);
    this.#change(this.#view.state.tr, { put: id, place });
    return pending;
  }

  /** Tries until the file is in the document, or nobody wants it any more. */
  async #run(pending: Pending): Promise<void> {
    const { upload, card, cancel } = pending;
    while (!cancel.signal.aborted) {
      card.show({ type: 'sending', share: 0 });
      try {
        const stored = await inTurn(() => this.#send(pending));
        if (cancel.signal.aborted) return;
        if (this.#view.editable) {
          await this.#finish(pending, stored);
          return;
        }
        card.show(this.#waiting(upload));
      } catch (error) {
        if (cancel.signal.aborted) return;
        const trouble = error instanceof UploadFailed ? error.trouble : 'server';
        card.show(trouble === 'offline' ? this.#waiting(upload) : { type: 'failed', trouble });
      }
      await this.#untilAgain(pending);
    }
  }

  #send({ upload, card, cancel: { signal } }: Pending): Promise<StoredFile> {
    signal.throwIfAborted();
    return this.#options.upload(upload.file, upload.name, {
      onProgress: (share) => card.show({ type: 'sending', share }),
      signal,
    });
  }

  #waiting({ id }: KeptUpload): UploadState {
    return { type: 'waiting', kept: !this.#options.kept.isOnlyInMemory(id) };
  }

  async #untilAgain(pending: Pending): Promise<void> {
    const isWaiting = pending.card.element.dataset['state'] === 'waiting';
    const { promise, resolve } = Promise.withResolvers<void>();
    pending.again = resolve;
    const timer = isWaiting ? setTimeout(resolve, TRY_AGAIN_AFTER) : undefined;
    await promise;
    clearTimeout(timer);
    pending.again = () => undefined;
  }

  async #finish({ upload, preview, step }: Pending, stored: StoredFile): Promise<void> {
    const view = this.#view;
    const place = uploadsKey.getState(view.state)?.get(upload.id);
    if (place === undefined) return;
    if (preview !== null && stored.kind === 'image') rememberPreview(stored.src, preview);
    this.#pending.delete(upload.id);
    const { tr, schema } = view.state;
    const at = putBlock(tr, place, nodeFor(schema, stored, upload.picture));
    asPartOf(view, step, tr.setMeta(uploadsKey, { drop: upload.id, at } satisfies PlacesChange));
    this.anchors.delete(upload.id);
    await this.#options.kept.delete(upload.id);
  }

  #change(tr: Transaction, change: PlacesChange): void {
    this.#view.dispatch(tr.setMeta(uploadsKey, change));
  }

  #remove(id: string): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.delete(id);
    pending.cancel.abort();
    pending.again();
    if (pending.preview !== null) URL.revokeObjectURL(pending.preview);
    this.#change(this.#view.state.tr, { drop: id });
    this.anchors.delete(id);
    this.#view.focus();
    void this.#options.kept.delete(id);
  }

  #warn(event: BeforeUnloadEvent): void {
    const { kept } = this.#options;
    if (Array.from(this.#pending.keys()).some((id) => kept.isOnlyInMemory(id)))
      event.preventDefault();
  }
}
