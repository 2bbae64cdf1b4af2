// API keys, stored in the keychain of the system.
export { createKeychain, type Keychain } from './keychain'
export { createKeys, type KeyWithSecret } from './keys'
