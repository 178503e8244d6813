export type { Admission, Admit, Target } from './admission.ts';
export { Gateway, type GatewayOptions } from './gateway.ts';
export { runService, type Service } from './service.ts';
export type { GatewaySettings } from './settings.ts';
export {
  engineSettings,
  readVariables,
  serviceVariables,
  type ServiceVariables,
} from './variables.ts';
