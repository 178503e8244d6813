/** Where the list of documents is. */
export const START = '/';

/** Where a document is. */
export const documentAddress = (id: string): string => `/d/${id}`;
