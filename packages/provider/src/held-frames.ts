import type { Clock } from './clock.ts';

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
  }

  #startTimer(): () => void {
    return this.#ports.clock.after(this.#ports.longest, () => {
      this.#stopTimer = this.#startTimer();
      if (this.#isReady) this.#hearAll();
    });
  }

  /** What one of them says may end the line, and then the rest is forgotten. */
  #hearAll(): void {
    for (let frame = this.#frames.shift(); frame; frame = this.#frames.shift()) {
      this.#ports.hear(frame);
    }
  }
}
