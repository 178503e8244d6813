export type { Admission, Admit, Admitted, Pass, Target } from './admission.ts';
export { Gateway, type GatewayOptions } from './gateway.ts';
export type { GatewayNumbers } from './numbers.ts';
export { runService, type Service } from './service.ts';
export { defaultGatewaySettings, type GatewaySettings } from './settings.ts';
export {
  engineSettings,
  list,
  listenOptions,
  readVariables,
  requestLimits,
  serviceVariables,
  SettingError,
  type ServiceVariables,
} from './variables.ts';
