/** Runs in the page: selects the first place in one block of the text where these words are; false if there is none. */
export function selectWords(content: HTMLElement | SVGElement, words: string): boolean {
  for (const block of content.querySelectorAll('p, h1, h2, h3, pre, summary')) {
    const at = block.textContent.indexOf(words);
    if (at < 0) continue;
    const [anchor, focus] = [at, at + words.length].map((offset) => placeIn(block, offset));
    if (anchor === undefined || focus === undefined) continue;
    getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
    return true;
  }
  return false;

  function placeIn(block: Element, offset: number): { node: Node; offset: number } | undefined {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (left <= length) return { node, offset: left };
      left -= length;
    }
    return undefined;
  }
}
