import { spawn } from 'node:child_process'
import { launchSpec } from '../../scripts/launch'
import type { Parley } from './app'

interface Again {
  readonly args?: readonly string[]
  /** Where relative paths begin. */
  readonly from?: string
}

/** Starts the app once more with these arguments, as the system does; resolves when that copy ends. */
export function startAgain(
  { dataFolder }: Parley,
  { args = [], from }: Again = {},
): Promise<number | null> {
  const again = launchSpec({ args: [`--user-data-dir=${dataFolder}`, ...args] })
  const child = spawn(again.executablePath, again.args, { cwd: from ?? again.cwd, env: again.env })
  return new Promise((resolve) => child.once('exit', resolve))
}
