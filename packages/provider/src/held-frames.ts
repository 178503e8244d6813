import type { Clock } from './clock.ts';
import { joinFrames } from './join-frames.ts';

/** Milliseconds: what was heard in less is nothing that anybody notices. */
const CHEAP = 4;

/** So many times as long as it took to draw what others did, they wait, and then are drawn together … */
const REST = 3;

/** … but no longer than this, in milliseconds. */
const LONGEST_REST = 100;

interface HeldFramesPorts {
  readonly hear: (frame: Uint8Array) => void;
  readonly clock: Clock;
  /** Milliseconds after which what is held is heard all the same. */
  readonly longest: number;
}

/** What the server says, while nobody may listen: before this device's copy is there, or while it would disturb. */
export class HeldFrames {
  readonly #ports: HeldFramesPorts;
  #frames: Uint8Array[] = [];
  #isReady = false;
  #holds = 0;
  #stopTimer: (() => void) | null = null;
  #stopRest: (() => void) | null = null;

  constructor(ports: HeldFramesPorts) {
    this.#ports = ports;
  }

  receive(frame: Uint8Array): void {
    this.#frames.push(frame);
    if (this.#isReady && this.#holds === 0) this.#hearAll();
  }

  /** From now on frames are heard as they come. */
  ready(): void {
    this.#isReady = true;
    if (this.#holds === 0) this.#hearAll();
  }

  /** Holds back what comes. @returns a function that ends it; calling it again does nothing. */
  hold(): () => void {
    this.#holds += 1;
    this.#stopTimer ??= this.#startTimer();
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holds -= 1;
      if (this.#holds > 0) return;
      this.#stopTimer?.();
      this.#stopTimer = null;
      if (this.#isReady) this.#hearAll();
    };
  }

  /** The line on which they came is gone. */
  forget(): void {
    this.#frames = [];
  }

  /** Nothing is heard any more. */
  close(): void {
    this.forget();
    this.#stopTimer?.();
    this.#stopRest?.();
  }

  #startTimer(): () => void {
    return this.#ports.clock.after(this.#ports.longest, () => {
      this.#stopTimer = this.#startTimer();
      if (this.#isReady) this.#hearAll();
    });
  }

  /** What one of them says may end the line, and then the rest is forgotten. */
  #hearAll(): void {
    const { hear, clock } = this.#ports;
    const began = clock.now();
    if (this.#frames.length > 1) this.#frames = joinFrames(this.#frames);
    for (let frame = this.#frames.shift(); frame; frame = this.#frames.shift()) hear(frame);
    this.#rest(clock.now() - began);
  }

  /** Where it takes long to draw what others do, as in a long document, keys would have to wait for it at every letter. */
  #rest(took: number): void {
    if (took < CHEAP || this.#stopRest !== null) return;
    const release = this.hold();
    this.#stopRest = this.#ports.clock.after(Math.min(took * REST, LONGEST_REST), () => {
      this.#stopRest = null;
      release();
    });
  }
}
