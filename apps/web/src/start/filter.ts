/** Those whose title contains every word of `text`, whatever the case and the accents. */
export function filterByTitle<T extends { readonly title: string }>(
  documents: readonly T[],
  text: string,
): readonly T[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return documents;
  return documents.filter((document) => {
    const title = plain(document.title);
    return words.every((word) => title.includes(word));
  });
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();
