import * as Y from 'yjs';

import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  type DocumentId,
  type Frame,
} from '@indelible/protocol';
import type { MemoryDisk, UpdateLog } from '@indelible/store';
import { RoomLog, scanUpdate, type Access, type Claim, type Position } from '@indelible/sync';

import { parsePlace, placeOf, type Head } from '../src/head.ts';
import type { SessionLine } from '../src/lines.ts';
import { OpenRoom } from '../src/open-room.ts';
import type { RoomSession } from '../src/room-session.ts';
import type { Plant } from './plant.ts';

/** A commit is answered before it is made. */
const acknowledgeBeforeCommit: Plant = (disk) => ({
  log: (log): UpdateLog => ({
    ...log,
    append: async (batch) => {
      void log.append(batch).catch(() => {});
      const added = new Map<DocumentId, number>();
      let made = disk.documents.size;
      return batch.map(({ document }) => {
        const there = disk.documents.get(document);
        const more = (added.get(document) ?? 0) + 1;
        added.set(document, more);
        if (there === undefined && more === 1) made += 1;
        return {
          document,
          epoch: there?.epoch ?? `${made}`,
          seq: (there?.rows.length ?? 0) + more,
        };
      });
    },
  }),
});

/** After a commit everything counts as saved, what has come in the meantime too. */
const clearDirtyAfterAwait: Plant = () => {
  class Forgetful extends OpenRoom {
    override stored(through: Position, head: Head): void {
      super.stored(this.unsaved().at(-1)?.position ?? through, head);
    }
  }
  return { openRoom: (options) => new Forgetful(options) };
};

/** What can't be loaded is taken for a new document. */
const emptyOnLoadError: Plant = () => ({
  log: (log): UpdateLog => ({ ...log, load: (document) => log.load(document).catch(() => null) }),
});

/** Saved is what the state vector of the disk covers: deletions move none. */
const acknowledgeByStateVector: Plant = (disk) => {
  class ByVector extends OpenRoom {
    readonly #asked: { readonly n: number; readonly clocks: Clocks; readonly line: SessionLine }[] =
      [];

    override join(...[line, access, tail]: Parameters<OpenRoom['join']>): RoomSession {
      const clocks: Clocks = new Map();
      return heard(super.join(line, access, tail), (frame) => {
        for (const run of updateIn(frame)?.structs ?? []) {
          clocks.set(run.client, Math.max(clocks.get(run.client) ?? 0, run.clock + run.length));
        }
        const n = barrierIn(frame);
        if (n === null || access.role !== 'writer') return true;
        this.#asked.push({ n, clocks: new Map(clocks), line });
        this.#answer();
        return false;
      });
    }

    override stored(through: Position, head: Head): void {
      super.stored(through, head);
      this.#answer();
    }

    #answer(): void {
      const onDisk = vectorOf(disk, this.document);
      const isSaved = ({ clocks }: { readonly clocks: Clocks }): boolean =>
        [...clocks].every(([client, clock]) => (onDisk.get(client) ?? 0) >= clock);
      for (const asked of this.#asked.filter(isSaved)) {
        this.#asked.splice(this.#asked.indexOf(asked), 1);
        asked.line.send(extensionFrame({ type: 'saved', n: asked.n }));
      }
    }
  }
  return { openRoom: (options) => new ByVector(options) };
};

/** Whoever comes while a room is being closed is let into it. */
const unloadWhileJoining: Plant = () => {
  const usable = new Map<DocumentId, OpenRoom>();
  class Tracked extends OpenRoom {
    override dispose(): void {
      super.dispose();
      if (usable.get(this.document) === this) usable.delete(this.document);
    }
  }
  return {
    openRoom: (options) => {
      const room = new Tracked(options);
      usable.set(options.document, room);
      return room;
    },
    join: (rooms, document, line, access) => {
      const room = usable.get(document);
      return room === undefined
        ? rooms.join(document, line, access)
        : Promise.resolve(room.join(line, access));
    },
  };
};

/** An update that builds on something which is not there is thrown away. */
const dropHeldGap: Plant = () => {
  class Careless extends OpenRoom {
    override join(...joining: Parameters<OpenRoom['join']>): RoomSession {
      return heard(super.join(...joining), (frame) => {
        const update = updateIn(frame);
        return update === null || new RoomLog(null, this.parts()).fits(update);
      });
    }
  }
  return { openRoom: (options) => new Careless(options) };
};

/** Who resumes is taken to have one row more than it has. */
const resumeAfterNextRow: Plant = (disk) => {
  const skip = (document: DocumentId, claim: Claim): Claim => {
    const row = parsePlace(claim.place ?? '');
    const next = row && disk.documents.get(document)?.rows[row.seq];
    return next ? { ...claim, place: placeOf(next) } : claim;
  };
  class Skipping extends OpenRoom {
    override readTail(access: Access): ReturnType<OpenRoom['readTail']> {
      return super.readTail(skipping(access, this.document));
    }

    override join(...[line, access, tail]: Parameters<OpenRoom['join']>): RoomSession {
      return super.join(line, skipping(access, this.document), tail);
    }
  }
  const skipping = (access: Access, document: DocumentId): Access =>
    access.claim === undefined ? access : { ...access, claim: skip(document, access.claim) };
  return { openRoom: (options) => new Skipping(options) };
};

/** The bugs that the simulation must find, by name. */
export const plants = {
  'acknowledge-before-commit': acknowledgeBeforeCommit,
  'clear-dirty-after-await': clearDirtyAfterAwait,
  'empty-on-load-error': emptyOnLoadError,
  'acknowledge-by-state-vector': acknowledgeByStateVector,
  'unload-while-joining': unloadWhileJoining,
  'drop-held-gap': dropHeldGap,
  'resume-after-next-row': resumeAfterNextRow,
} as const satisfies Record<string, Plant>;

export type PlantName = keyof typeof plants;

type Clocks = Map<number, number>;

/** Looks at every frame first; only those for which `look` says yes go on to the room. */
const heard = (session: RoomSession, look: (frame: Frame) => boolean): RoomSession => ({
  stalled: () => session.stalled(),
  drained: () => session.drained(),
  leave: () => session.leave(),
  receive: (bytes) => {
    if (look(decodeFrame(bytes))) session.receive(bytes);
  },
});

const updateIn = (frame: Frame): ReturnType<typeof scanUpdate> | null =>
  frame.type === 'step2' || frame.type === 'update' ? scanUpdate(frame.update) : null;

function barrierIn(frame: Frame): number | null {
  const message = frame.type === 'extension' ? decodeExtension(frame.body) : null;
  return message?.type === 'barrier' ? message.n : null;
}

function vectorOf(disk: MemoryDisk, document: DocumentId): Clocks {
  const rows = disk.documents.get(document)?.rows ?? [];
  if (rows.length === 0) return new Map();
  const whole = Y.mergeUpdates(rows.map(({ update }) => update));
  return Y.decodeStateVector(Y.encodeStateVectorFromUpdate(whole));
}
