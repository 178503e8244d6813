import type { DropLine } from './drag.ts';

/** Shows between which blocks what is dragged would go. */
export function DropLineView({ line }: { readonly line: DropLine | null }) {
  return line === null ? null : <div className="ed-drop-line" aria-hidden style={line} />;
}
