export type { Claim } from '@indelible/sync';
export { systemClock, type Clock } from './clock.ts';
export { JobThread, serveJobs } from './job-thread.ts';
export type { Logger } from './logger.ts';
export type { Autosave, Commit, DirtyDocument, RoomsNumbers } from './numbers.ts';
export type { SessionLine } from './lines.ts';
export type { RoomSession } from './room-session.ts';
export { Rooms, RoomsUnavailable, type RoomsOptions } from './rooms.ts';
export { defaultRoomsSettings, type RoomsSettings } from './settings.ts';
