/**
 * The first byte of a struct in an update of format V1. An item's is the number of its content and some flags.
 *
 * Source: yjs 13.6 `structs/Item.js`, `Item.write`.
 */
export const GC = 0;
export const SKIP = 10;

export const HAS_ORIGIN = 0b1000_0000;
export const HAS_RIGHT_ORIGIN = 0b0100_0000;
export const HAS_PARENT_SUB = 0b0010_0000;
export const CONTENT_BITS = 0b0001_1111;
