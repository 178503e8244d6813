import type { CloseCode } from '@indelible/protocol';

/** What carries the frames of one connection: a WebSocket, or requests and an answer. */
export interface Carrier {
  /** False from the moment it begins to close. */
  readonly isOpen: boolean;
  /** Bytes on their way. */
  readonly buffered: number;
  /** To be called once, before anything else. */
  listen(listener: CarrierListener): void;
  /** Begins to take in frames: there is a room for them now. */
  resume(): void;
  /** @param onFlushed called when the last of the chunks is on its way. */
  write(chunks: readonly Uint8Array[], onFlushed: () => void): void;
  /** Asks the other end for a sign of life. */
  ping(): void;
  close(code: CloseCode, reason: string): void;
  /** Closes without a word. */
  terminate(): void;
}

export interface CarrierListener {
  onFrame(frame: Uint8Array): void;
  /** A sign of life. */
  onAlive(): void;
  /** Something came that brings no frame and costs as much as one. */
  onEmpty(): void;
  onMalformed(reason: string): void;
  onTooLong(): void;
  /** @param code with which the other end left; 1006 if it broke. Nothing comes after this. */
  onClose(code: number): void;
}
