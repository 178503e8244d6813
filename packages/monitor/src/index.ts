export type { AutosaveReport } from './autosave-report.ts';
export { AUTOSAVE_PATH, isBearer, METRICS_PATH, Monitor, type MonitorOptions } from './monitor.ts';
