// The settings, in one file.
export type { KeyRecord, SettingsStore } from './settings'
export { storedLanguage } from './settings'
export { setupSettings } from './setup'
