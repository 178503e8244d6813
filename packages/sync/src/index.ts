export type { Effect, SessionId } from './effect.ts';
export { EMPTY_UPDATE, mergeUpdates } from './merge.ts';
export { Room, type RoomIdentity } from './room.ts';
export { RoomLog, type Base, type Entry, type Position } from './room-log.ts';
export type { Access } from './session.ts';
export { defaultRoomSettings, type RoomSettings } from './settings.ts';
export { encodeDeleteSet } from './clock-set.ts';
export { MalformedUpdate } from './malformed-update.ts';
export { scanUpdate } from './update-scan.ts';
