/** Long enough to avoid accidental matches, short enough to find parts of a secret. */
const windowLength = 8
const tokenShape = /AQI[\w.\-+/=]{20,}/g

/**
 * Removes these secrets from the text, and any part of one with eight characters or more.
 * SECURITY: every answer of a service passes here before it is shown, stored or logged.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const hidden = secrets
    .filter((secret) => secret !== '')
    .reduce((clean, secret) => withoutSecret(clean, secret), text)
  return hidden.replace(tokenShape, '[token]')
}

function withoutSecret(text: string, secret: string): string {
  const length = Math.min(windowLength, secret.length)
  const pieces = new Set<string>()
  for (let at = 0; at + length <= secret.length; at += 1) pieces.add(secret.slice(at, at + length))

  let clean = ''
  /** The text before this index is part of the secret. */
  let hiddenTo = 0
  for (let at = 0; at < text.length; at += 1) {
    if (pieces.has(text.slice(at, at + length))) {
      if (at >= hiddenTo) clean += '[hidden]'
      hiddenTo = at + length
    } else if (at >= hiddenTo) {
      clean += text.charAt(at)
    }
  }
  return clean
}
