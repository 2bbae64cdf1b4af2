import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { homedir } from 'node:os'
import { isRoot } from './cache.mjs'

/** Whether this process can open windows on a screen (asked on Linux only). */
export function hasDisplay(env = process.env) {
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Whether a session makes a screen of its own. Root's runs as an account that the caller's refuses. */
export function ownScreen() {
  return !hasDisplay() || isRoot()
}

/** What reaches the caller's screen from an environment with another home and runtime folder. */
export function displayEnv(env = process.env, home = homedir()) {
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
