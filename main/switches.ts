import { join, resolve } from 'node:path'
import { fail, ok, type Result } from '../preload/errors'

/** What the command line may change. */
export interface Switches {
  /** Base URL that stands in for all hosts of the service; loopback only, for tests. */
  readonly serviceUrl: string | null
  /** The folder of speech models; unpackaged runs only. */
  readonly modelsDir: string | null
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Reads `--service-url=` and `--models-dir=` from the command line.
 * SECURITY: a service address that is not loopback is refused, since keys are sent there.
 */
export function parseSwitches(argv: readonly string[]): Result<Switches> {
  const value = (name: string) =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null
  const service = value('service-url')
  if (service !== null) {
    const url = URL.canParse(service) ? new URL(service) : null
    if (!url || url.protocol !== 'http:' || !loopback.has(url.hostname)) {
      return fail('bad-input', '--service-url takes an http address of this computer only')
    }
  }
  const models = value('models-dir')
  return ok({
    serviceUrl: service === null ? null : new URL(service).origin,
    modelsDir: models === null ? null : resolve(models),
  })
}

/** Where the speech models are: given, or shipped beside the app. */
export function modelsFolder(switches: Switches, packaged: boolean, resources: string): string {
  if (!packaged && switches.modelsDir !== null) return switches.modelsDir
  return join(resources, 'models')
}
