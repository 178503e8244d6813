/** What a line says about this page and its copy when it is dialled; see `Extension` in `@indelible/protocol`. */
export interface Approach {
  readonly url: string;
  readonly document: string;
  /** The newest schema that this page knows; null if it takes everything. */
  readonly schema: number | null;
  /** Of the copy; null if there is nothing in it that could come out doubled. */
  readonly epoch: string | null;
  /** Where to go on; null if everything has to be said. */
  readonly place: string | null;
  /** Made on this device: a server that does not know the document makes it. */
  readonly isNew: boolean;
}

/** The address of a document's line. */
export function addressOf({ url, document, schema, epoch, place, isNew }: Approach): string {
  const query = new URLSearchParams({ ext: '1' });
  if (schema !== null) query.set('schema', `${schema}`);
  if (epoch !== null) query.set('epoch', epoch);
  query.set('from', place ?? '');
  if (isNew) query.set('new', '1');
  return `${url}/${encodeURIComponent(document)}?${query}`;
}
