// The one door to the notifications of the system.
export type { Notifications } from './notifications'
export { setupNotifications } from './setup'
