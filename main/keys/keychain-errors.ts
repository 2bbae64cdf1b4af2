import { errorValue, type ErrorCode, type ErrorValue } from '../../common/errors'

/**
 * Error messages of the keychains and their codes; the first match counts. The Linux messages come
 * from libsecret and GLib (seen with keytar 7.10), the macOS messages from
 * SecCopyErrorMessageString. A missing object is a keyring that was never created, as on a fresh
 * desktop (seen with GNOME Keyring without a collection). GNOME Keyring reports a dismissed prompt and a locked keychain with
 * the same message, so both are "locked".
 */
const messages: readonly (readonly [RegExp, ErrorCode])[] = [
  [/autolaunch d-?bus|dbus-launch|spawn a message bus/i, 'keychain-no-session'],
  [/could not connect: (no such file|connection refused)/i, 'keychain-no-session'],
  [
    /org\.freedesktop\.secrets was not provided|ServiceUnknown|NameHasNoOwner/i,
    'keychain-no-service',
  ],
  [/dismissed|user cancell?ed|operation was cancell?ed|access denied/i, 'keychain-dismissed'],
  [/object does not exist at path/i, 'keychain-not-set-up'],
  [/locked collection|is ?locked|failed to unlock/i, 'keychain-locked'],
  [/user interaction is not allowed|passphrase you entered is not correct/i, 'keychain-locked'],
  [/timed? ?out|timeout was reached/i, 'keychain-timeout'],
]

/** Returns the error value for an exception of keytar, or of loading it. */
export function classifyKeychainError(cause: unknown, platform: NodeJS.Platform): ErrorValue {
  const text = cause instanceof Error ? cause.message : String(cause)
  // The loader hides the reason; on Linux it is a missing libsecret unless the installation is damaged.
  if (/failed to load keytar native addon|libsecret-1\.so/i.test(text)) {
    return errorValue(platform === 'linux' ? 'keychain-library-missing' : 'keychain-failed', text)
  }
  const code = messages.find(([pattern]) => pattern.test(text))?.[1] ?? 'keychain-failed'
  return errorValue(code, text)
}
