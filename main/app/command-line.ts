import { join, resolve } from 'node:path'
import { isLink } from '../../common/deep-link'
import { recordsFirst } from '../../common/verbs'
import { fail, ok, type Result } from '../../common/errors'

/** What the command line may change. */
export interface Switches {
  /** A base URL that replaces all hosts of the service; loopback only, for tests. */
  readonly serviceUrl: string | null
  /**
   * The address of newer versions, instead of the one in the package, and the public key that signs
   * them; loopback only.
   */
  readonly testFeed: { readonly url: string; readonly publicKey: string } | null
  /** The folder of speech models; unpackaged runs only. */
  readonly modelsDir: string | null
  /** A file with another catalogue of downloadable models; unpackaged runs only, for tests. */
  readonly modelCatalogue: string | null
  /** Starts in the tray, without the window. */
  readonly startsHidden: boolean
  /** Opens the window when the recording runs that a command of the command line asks for. */
  readonly recordsFirst: boolean
}

/** The pseudo-language of `--pseudo-language=`, with which tests find text that is not translated. */
export function pseudoLanguage(argv: readonly string[]): string | null {
  if (argv.includes('--pseudo-language=ltr')) return 'pseudo'
  return argv.includes('--pseudo-language=rtl') ? 'pseudo-rtl' : null
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Reads `--service-url=`, `--update-url=`, `--update-key=`, `--models-dir=` and `--model-catalogue=`
 * from the command line.
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
  const feed = origins['update-url'] ?? null
  const models = value('models-dir')
  const catalogue = value('model-catalogue')
  return ok({
    serviceUrl: origins['service-url'] ?? null,
    testFeed: feed === null ? null : { url: feed, publicKey: value('update-key') ?? '' },
    modelsDir: models === null ? null : resolve(models),
    modelCatalogue: catalogue === null ? null : resolve(catalogue),
    startsHidden: given.includes('--hidden'),
    recordsFirst: given.includes(`--${recordsFirst}`),
  })
}

/** Where the speech models are: given, or shipped beside the app. */
export function modelsFolder(switches: Switches, packaged: boolean, resources: string): string {
  if (!packaged && switches.modelsDir !== null) return switches.modelsDir
  return join(resources, 'models')
}
