import type { Catalog } from '../catalog.ts';
import { StoreError } from '../store-error.ts';
import type { StoreErrorCode } from '../store-error.ts';
import type { UpdateLog } from '../update-log.ts';

/** Whatever a store can be asked to do. */
export type Operation = Extract<keyof UpdateLog | keyof Catalog, string>;

export interface Fault {
  readonly code: StoreErrorCode;
  /** True: it is done all the same, and only the answer is lost (for `ambiguous`). Default false. */
  readonly done?: boolean;
}

/** A gate that calls of one operation wait at. */
export interface Hold {
  /** Resolves when the first call has come to the gate. */
  readonly reached: Promise<void>;
  /** Lets everybody through, those who wait and those who come. */
  release(): void;
}

/** What a memory store does wrong on request. A call first waits at the hold, then meets the fault. */
export interface Faults {
  /** The next call of `operation` fails; may be called several times to fail several. */
  failNext(operation: Operation, fault: Fault): void;
  /** Every call of `operation` fails until `heal`. */
  fail(operation: Operation, fault: Fault): void;
  /** Ends what `fail` began and forgets what `failNext` planned. */
  heal(operation: Operation): void;
  /** Calls of `operation` wait until released; what they were to do has not happened while they wait. */
  hold(operation: Operation): Hold;
}

/** Runs one operation of the store under the faults planned for it. */
export type RunUnderFaults = <T>(operation: Operation, work: () => T) => Promise<T>;

interface Gate {
  readonly open: Promise<void>;
  readonly reach: () => void;
}

/** Makes the controls and the function that obeys them. */
export function createFaults(): { readonly faults: Faults; readonly run: RunUnderFaults } {
  const planned = new Map<Operation, Fault[]>();
  const lasting = new Map<Operation, Fault>();
  const gates = new Map<Operation, Gate>();

  const faults: Faults = {
    failNext: (operation, fault) =>
      void planned.set(operation, [...(planned.get(operation) ?? []), fault]),
    fail: (operation, fault) => void lasting.set(operation, fault),
    heal(operation) {
      planned.delete(operation);
      lasting.delete(operation);
    },
    hold(operation) {
      const opening = Promise.withResolvers<void>();
      const reaching = Promise.withResolvers<void>();
      const gate = { open: opening.promise, reach: reaching.resolve };
      gates.set(operation, gate);
      return {
        reached: reaching.promise,
        release() {
          if (gates.get(operation) === gate) gates.delete(operation);
          opening.resolve();
        },
      };
    },
  };

  async function run<T>(operation: Operation, work: () => T): Promise<T> {
    const gate = gates.get(operation);
    gate?.reach();
    await gate?.open;
    const fault = planned.get(operation)?.shift() ?? lasting.get(operation);
    if (!fault) return work();
    if (fault.done) work();
    throw new StoreError(fault.code, `${operation} was told to fail`);
  }

  return { faults, run };
}
