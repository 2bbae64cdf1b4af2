import { errorValue, type ErrorCode, type ErrorValue } from '../../preload/errors'

/**
 * What the keychains say, by code. The first that matches counts. Linux texts are libsecret's and
 * GLib's, seen with keytar 7.10; macOS texts are those of SecCopyErrorMessageString. GNOME Keyring
 * says the same of a question that was closed as of a locked keychain, so that is "locked" too.
 */
const messages: readonly (readonly [RegExp, ErrorCode])[] = [
  [/autolaunch d-?bus|dbus-launch|spawn a message bus/i, 'keychain-no-session'],
  [/could not connect: (no such file|connection refused)/i, 'keychain-no-session'],
  [
    /org\.freedesktop\.secrets was not provided|ServiceUnknown|NameHasNoOwner/i,
    'keychain-no-service',
  ],
  [/dismissed|user cancell?ed|operation was cancell?ed|access denied/i, 'keychain-dismissed'],
  [/object does not exist at path/i, 'keychain-locked'],
  [/locked collection|is ?locked|failed to unlock/i, 'keychain-locked'],
  [/user interaction is not allowed|passphrase you entered is not correct/i, 'keychain-locked'],
  [/timed? ?out|timeout was reached/i, 'keychain-timeout'],
]

/** The error value for what keytar threw, or what loading it threw. */
export function classifyKeychainError(cause: unknown, platform: NodeJS.Platform): ErrorValue {
  const text = cause instanceof Error ? cause.message : String(cause)
  // The loader hides its reason; on Linux it is libsecret in all but a damaged installation.
  if (/failed to load keytar native addon|libsecret-1\.so/i.test(text)) {
    return errorValue(platform === 'linux' ? 'keychain-library-missing' : 'keychain-failed', text)
  }
  const code = messages.find(([pattern]) => pattern.test(text))?.[1] ?? 'keychain-failed'
  return errorValue(code, text)
}
