import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import type { DocumentId } from '@indelible/protocol';

import type { LoggedUpdate } from '../update-log.ts';
import { openFresh } from './store-fixture.ts';
import type { OpenStore, SetUpStore } from './store-fixture.ts';
import { createWriter, documentId, fold, placesOf, rowOf, snapshotOf, textOf } from './writing.ts';
import type { Writer } from './writing.ts';

type Step =
  | { readonly do: 'append'; readonly edits: readonly Edit[] }
  /** Folds all rows but the last `back`. */
  | { readonly do: 'compact'; readonly document: number; readonly back: number }
  | { readonly do: 'compactStale'; readonly document: number }
  | { readonly do: 'reopen' };

interface Edit {
  readonly document: number;
  readonly author: string;
  readonly at: number;
  readonly text: string;
  /** Where, as a share of the text's length. */
  readonly where: number;
  readonly erase: boolean;
}

/** What the store should have: the writer's copy and the rows it made. */
interface Model {
  readonly id: DocumentId;
  readonly writer: Writer;
  readonly rows: LoggedUpdate[];
  snapshotSeq: number;
}

const DOCUMENTS = 3;

const edit: fc.Arbitrary<Edit> = fc.record({
  document: fc.nat(DOCUMENTS - 1),
  author: fc.constantFrom('', 'ada', 'bob'),
  at: fc.integer({ min: 0, max: 2 ** 45 }),
  text: fc.string({ minLength: 1, maxLength: 8 }),
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  erase: fc.boolean(),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('append'),
      edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('compact'),
      document: fc.nat(DOCUMENTS - 1),
      back: fc.nat(3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('compactStale'), document: fc.nat(DOCUMENTS - 1) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen') }) },
);

/** Random sequences of append, compact and reopen against a model. */
export function describeHistories(setUp: SetUpStore): void {
  describe('any history', () => {
    test('leaves contiguous rows (I2) whose fold is what load gives (I3)', async () => {
      await using store = await openFresh(setUp);
      let run = 0;
      const history = fc.array(step, { minLength: 5, maxLength: 25 });
      const property = fc.asyncProperty(history, async (steps) => {
        const prefix = run++;
        const models = Array.from({ length: DOCUMENTS }, (_, n) => modelOf(`${prefix}-${n}`));
        for (const [n, next] of steps.entries()) {
          const { answer, due } = await take(store, models, next);
          expect(answer).toEqual(due);
          if (next.do === 'append' && n < steps.length - 1) continue;
          for (const model of models) expect(await observe(store, model)).toEqual(predict(model));
        }
      });
      await fc.assert(property, { numRuns: 20 });
    });
  });
}

const modelOf = (name: string): Model => ({
  id: documentId(name),
  writer: createWriter(),
  rows: [],
  snapshotSeq: 0,
});

/** What the store answered to a step, and what it should have. */
interface Outcome {
  readonly answer: unknown;
  readonly due: unknown;
}

async function take(store: OpenStore, models: readonly Model[], next: Step): Promise<Outcome> {
  switch (next.do) {
    case 'append':
      return append(store, models, next.edits);
    case 'compact':
      return compact(store, at(models, next.document), next.back);
    case 'compactStale': {
      const { id, writer, rows, snapshotSeq } = at(models, next.document);
      const snapshot = snapshotOf(writer.doc, rows.length);
      return { answer: await store.log.compact(id, snapshotSeq + 1, snapshot), due: false };
    }
    case 'reopen':
      return { answer: await store.reopen(), due: undefined };
  }
}

async function append(
  store: OpenStore,
  models: readonly Model[],
  edits: readonly Edit[],
): Promise<Outcome> {
  const batch = edits.map((made) => {
    const { id, writer, rows } = at(models, made.document);
    const row = { ...rowOf(id, change(writer, made), made), seq: rows.length + 1 };
    rows.push(row);
    return row;
  });
  return {
    answer: placesOf(await store.log.append(batch)),
    due: batch.map(({ document, seq }) => ({ document, seq })),
  };
}

function change(writer: Writer, { text, where, erase }: Edit): Uint8Array {
  const { length } = writer.doc.getText('text');
  const index = Math.floor(where * length);
  return erase ? writer.erase(index, Math.min(2, length - index)) : writer.write(text, index);
}

async function compact(store: OpenStore, model: Model, back: number): Promise<Outcome> {
  const through = model.rows.length - back;
  if (through <= model.snapshotSeq) return { answer: true, due: true };
  const folded = fold({ snapshot: null, rows: model.rows.slice(0, through) });
  const expected = model.snapshotSeq;
  model.snapshotSeq = through;
  const snapshot = snapshotOf(folded, through);
  return { answer: await store.log.compact(model.id, expected, snapshot), due: true };
}

/** All that can be seen of a document from outside. */
async function observe({ log }: OpenStore, { id }: Model): Promise<unknown> {
  const stored = await log.load(id);
  return {
    snapshotSeq: stored?.snapshot?.seq ?? 0,
    rows: stored?.rows,
    history: await log.readAfter(id, 0),
    content: stored && contentOf(fold(stored)),
  };
}

const predict = ({ writer, rows, snapshotSeq }: Model): unknown => ({
  snapshotSeq,
  rows: rows.length === 0 ? undefined : rows.slice(snapshotSeq),
  history: rows,
  content: rows.length === 0 ? null : contentOf(writer.doc),
});

/** There is one client only, so equal documents have equal bytes. */
const contentOf = (doc: Y.Doc): unknown => ({
  text: textOf(doc),
  stateVectorAndDeleteSet: Y.encodeSnapshot(Y.snapshot(doc)),
});

function at(models: readonly Model[], index: number): Model {
  const model = models[index];
  if (!model) throw new Error(`there is no document ${index}`);
  return model;
}
