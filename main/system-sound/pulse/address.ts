import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The socket of this person's sound server; null if the server is on another computer. */
export function socketPath(env: Environment): string | null {
  const { PULSE_SERVER, PULSE_RUNTIME_PATH, XDG_RUNTIME_DIR } = env
  if (PULSE_SERVER !== undefined && PULSE_SERVER !== '') {
    // A machine's name in braces may stand before each of several addresses.
    const local = PULSE_SERVER.split(' ').map((address) => address.replace(/^\{[^}]*\}/, ''))
    const path = local.find((address) => /^(unix:)?\//.test(address))
    return path === undefined ? null : path.replace(/^unix:/, '')
  }
  if (PULSE_RUNTIME_PATH) return join(PULSE_RUNTIME_PATH, 'native')
  return XDG_RUNTIME_DIR ? join(XDG_RUNTIME_DIR, 'pulse', 'native') : null
}

/** Where the cookie can be that proves to the server whose program this is. */
export function cookiePaths(env: Environment): string[] {
  const config = env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
  const own = env['PULSE_COOKIE']
  return [...(own ? [own] : []), join(config, 'pulse', 'cookie'), join(homedir(), '.pulse-cookie')]
}
