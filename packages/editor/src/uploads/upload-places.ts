import { type EditorState, PluginKey, type Transaction } from '@tiptap/pm/state';

import { isFromYjs } from '../binding/is-from-yjs.ts';
import { placeOf } from './places.ts';

/** Where files that are on their way belong, by their ids, in the order in which they came. */
export type UploadPlaces = ReadonlyMap<string, number>;

/** What changes them. */
export type PlacesChange =
  | { readonly put: string; readonly place: number }
  /** `at` is where its block was put, if it was. */
  | { readonly drop: string; readonly at?: number };

export const uploadsKey = new PluginKey<UploadPlaces>('uploads');

/**
 * The places after a transaction: those of others' changes by their anchors, because the binding redraws all there is;
 * those of own changes by mapping, because Yjs does not have them yet.
 */
export function placesAfter(
  former: UploadPlaces,
  tr: Transaction,
  state: EditorState,
  anchors: ReadonlyMap<string, unknown>,
): UploadPlaces {
  const change = tr.getMeta(uploadsKey) as PlacesChange | undefined;
  if (former.size === 0 && change === undefined) return former;
  const isDrawn = tr.docChanged && isFromYjs(tr);
  const places = new Map<string, number>();
  for (const [id, place] of former) {
    if (change !== undefined && 'drop' in change && change.drop === id) continue;
    const side = sideOf(change, former, id);
    places.set(id, isDrawn ? placeOf(state, anchors.get(id)) : tr.mapping.map(place, side));
  }
  if (change !== undefined && 'put' in change) places.set(change.put, change.place);
  return places;
}

/** Files that came together stay in their order, whichever is there first. */
function sideOf(change: PlacesChange | undefined, places: UploadPlaces, id: string): -1 | 1 {
  if (change === undefined || !('drop' in change) || change.at === undefined) return -1;
  const order = Array.from(places.keys());
  return order.indexOf(id) > order.indexOf(change.drop) ? 1 : -1;
}
