import { dirname } from 'node:path'

interface Options {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A folder that the session's Electron runs instead of the app. */
  readonly app?: string | undefined
}

/**
 * The options with which Playwright's `_electron.launch` starts the app in a session. The session's
 * environment contains the paths.
 */
export function launchSpec({ args = [], env = {}, app: given }: Options = {}) {
  const executablePath = given ? process.env.PARLEY_RUNTIME : process.env.PARLEY_ELECTRON
  // Empty for the packaged app, which contains its code and models.
  const app = given ?? process.env.PARLEY_APP
  if (!executablePath || app === undefined) {
    throw new Error('Start this in a session: npm run session -- COMMAND')
  }
  const models = process.env.PARLEY_MODELS
  const own = app ? [app, ...(models ? [`--models-dir=${models}`] : [])] : []
  return {
    executablePath,
    args: [...own, ...args],
    env: { ...definedOnly(process.env), ...env },
    cwd: app || dirname(executablePath),
    // Without this, Playwright turns the sandbox off
    // (https://github.com/microsoft/playwright/pull/38997).
    chromiumSandbox: true,
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
