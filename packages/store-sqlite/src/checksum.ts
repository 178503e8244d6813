import { crc32 } from 'node:zlib';

/** CRC-32 of the parts, one after the other. */
export const checksumOf = (...parts: readonly Uint8Array[]): number =>
  parts.reduce((checksum, part) => crc32(part, checksum), 0);
