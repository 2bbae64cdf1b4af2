import { join, resolve } from 'node:path'
import { isLink } from './desktop/opening'
import { fail, ok, type Result } from '../preload/errors'

/** What the command line may change. */
export interface Switches {
  /** Base URL that stands in for all hosts of the service; loopback only, for tests. */
  readonly serviceUrl: string | null
  /** Where newer versions are looked for, in the place of where the package says; loopback only. */
  readonly updateUrl: string | null
  /** The folder of speech models; unpackaged runs only. */
  readonly modelsDir: string | null
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Reads `--service-url=`, `--update-url=` and `--models-dir=` from the command line.
 * SECURITY: addresses that are not loopback are refused, since keys are sent to the one and programs
 * come from the other.
 */
export function parseSwitches(argv: readonly string[]): Result<Switches> {
  // SECURITY: any web page can start the app with a link; nothing that came with it is a switch.
  const given = argv.some(isLink) ? [] : argv
  const value = (name: string) =>
    given.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null
  const origins: Record<string, string | null> = {}
  for (const name of ['service-url', 'update-url']) {
    const address = value(name)
    const url = address !== null && URL.canParse(address) ? new URL(address) : null
    if (address !== null && (url?.protocol !== 'http:' || !loopback.has(url.hostname))) {
      return fail('bad-input', `--${name} takes an http address of this computer only`)
    }
    origins[name] = url?.origin ?? null
  }
  const models = value('models-dir')
  return ok({
    serviceUrl: origins['service-url'] ?? null,
    updateUrl: origins['update-url'] ?? null,
    modelsDir: models === null ? null : resolve(models),
  })
}

/** Where the speech models are: given, or shipped beside the app. */
export function modelsFolder(switches: Switches, packaged: boolean, resources: string): string {
  if (!packaged && switches.modelsDir !== null) return switches.modelsDir
  return join(resources, 'models')
}
