import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { homedir } from 'node:os'
import { isRoot } from '../setup/cache'

type Env = Readonly<Record<string, string | undefined>>

/** Whether this process can open windows on a screen (Linux only). */
export function hasDisplay(env: Env = process.env): boolean {
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Whether a session starts a virtual screen. Root's session does, because it runs as an account
 * that the caller's screen refuses.
 */
export function ownScreen(): boolean {
  return !hasDisplay() || isRoot()
}

/** The variables that reach the caller's screen from another home and runtime folder. */
export function displayEnv(env: Env = process.env, home = homedir()): Record<string, string> {
  const cookie = env.XAUTHORITY || join(home, '.Xauthority')
  const socket = env.WAYLAND_DISPLAY
  return {
    ...(existsSync(cookie) && { XAUTHORITY: cookie }),
    ...(socket &&
      env.XDG_RUNTIME_DIR && {
        WAYLAND_DISPLAY: isAbsolute(socket) ? socket : join(env.XDG_RUNTIME_DIR, socket),
      }),
  }
}
