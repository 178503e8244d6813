/** `seedUpdate('', 1)` as it was when devices first made documents, Yjs update format V1, in base 64. */
const BYTES = 'AQIBAAcBB2NvbnRlbnQDCXBhcmFncmFwaAcAAQAGAA==';

/**
 * The update that makes a document whose id was made on a device, while no server was there to seed it: no title
 * and one empty paragraph.
 *
 * The device and the server both begin the document with it, in whichever order and however often. They do not
 * double it because it is the same to the last byte, in every release: it must never change.
 */
export const deviceSeed = (): Uint8Array => Uint8Array.from(atob(BYTES), (c) => c.charCodeAt(0));
