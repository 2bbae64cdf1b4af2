import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const orca = '/usr/bin/orca'
const accessibilityBus = '/usr/libexec/at-spi-bus-launcher'

/** Whether Orca, the screen reader of Linux, is installed here. */
export const hasScreenReader = existsSync(orca) && existsSync(accessibilityBus)

/** What the app needs so that it says what is on its pages, as it does if a screen reader runs. */
export const heardApp = {
  args: ['--force-renderer-accessibility'],
  env: { ACCESSIBILITY_ENABLED: '1' },
} as const

/** Orca, which writes down what it would say. */
export interface ScreenReader {
  readonly said: () => string[]
  readonly end: () => void
}

/** Starts the accessibility bus, which the app looks for when it starts. */
export async function startAccessibilityBus(): Promise<() => void> {
  const bus = spawn(accessibilityBus, ['--launch-immediately'], { stdio: 'ignore' })
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  return () => bus.kill()
}

/** Starts Orca without a voice and without a braille line. */
export function startScreenReader(folder: string): ScreenReader {
  mkdirSync(join(homedir(), '.local', 'share', 'orca'), { recursive: true })
  const log = join(folder, 'orca.log')
  const reader = spawn(orca, [`--debug-file=${log}`, '--disable=braille'], { stdio: 'ignore' })
  return {
    said: () =>
      existsSync(log)
        ? [...readFileSync(log, 'utf8').matchAll(/SPEECH OUTPUT: '(.*?)'/g)].map(
            ([, line = '']) => line,
          )
        : [],
    end: () => reader.kill('SIGKILL'),
  }
}
