import { dirname } from 'node:path'

/**
 * How the app is started by Playwright in a session of `scripts/session.mjs`, `test` or `demo`:
 * what `_electron.launch` takes. The session's environment says where everything is.
 * `app` is a folder to be run as an app in the session's bare Electron, in the place of the app.
 * @param {{
 *   args?: readonly string[],
 *   env?: Readonly<Record<string, string>>,
 *   app?: string | undefined,
 * }} [options]
 */
export function launchSpec({ args = [], env = {}, app: given } = {}) {
  const executablePath = given ? process.env.PARLEY_RUNTIME : process.env.PARLEY_ELECTRON
  // Empty where the executable is the packaged app, which has its own code and models.
  const app = given ?? process.env.PARLEY_APP
  if (!executablePath || app === undefined) {
    throw new Error('Start this in a session: node scripts/session.mjs -- COMMAND')
  }
  const models = process.env.PARLEY_MODELS
  const own = app ? [app, ...(models ? [`--models-dir=${models}`] : [])] : []
  return {
    executablePath,
    args: [...own, ...args],
    env: { ...definedOnly(process.env), ...env },
    cwd: app || dirname(executablePath),
    // Without this Playwright turns the sandbox off.
    chromiumSandbox: true,
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedOnly(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined))
}
