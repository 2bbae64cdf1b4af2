/** What the service is paid for: seconds by session, and their price. */
export { setupUsage } from './setup'
