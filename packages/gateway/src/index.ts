export type { Admission, Admit, Target } from './admission.ts';
export { Gateway, type GatewayOptions } from './gateway.ts';
export { runService, type Service } from './service.ts';
export { defaultGatewaySettings, type GatewaySettings } from './settings.ts';
export {
  engineSettings,
  readVariables,
  serviceVariables,
  SettingError,
  type ServiceVariables,
} from './variables.ts';
