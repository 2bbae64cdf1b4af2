import { parseArgs } from 'node:util'

export const usage = `Usage: npm run demo [-- --speech FILE.wav] [--reference TEXT] [--out DIR] [--json FILE]
   or: npm run demo -- --import FILE ... --json OUT [--tones]`

/** The arguments of the demo; null if an argument is not given. */
export interface DemoArguments {
  /** A WAV file with the speech for the microphone. */
  readonly speech: string | null
  /** The words in the speech. */
  readonly reference: string | null
  readonly out: string
  /** The file for the figures. */
  readonly json: string | null
}

/** The arguments of an import with nobody at the keyboard. */
export interface ImportArguments {
  readonly files: readonly string[]
  readonly json: string
  /** The files hold tone-coded speech, which the simulator of the service reads. */
  readonly tones: boolean
}

/** Parses the command line of the demo. Throws an Error for an unknown option. */
export function readArguments(args: string[]): DemoArguments {
  const { values } = parseArgs({
    args,
    options: {
      speech: { type: 'string' },
      reference: { type: 'string' },
      out: { type: 'string', default: 'demo-output' },
      json: { type: 'string' },
    },
  })
  return {
    speech: values.speech ?? null,
    reference: values.reference ?? null,
    out: values.out,
    json: values.json ?? null,
  }
}

/**
 * Parses the command line of an import; null if it is none. Everything but the options is a file,
 * also a name with a dash in front. Throws an Error if there is no file or nowhere to write to.
 */
export function readImportArguments(args: readonly string[]): ImportArguments | null {
  if (!args.includes('--import')) return null
  const files: string[] = []
  let json: string | null = null
  let tones = false
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? ''
    if (argument === '--json') {
      at += 1
      json = args[at] ?? null
    } else if (argument.startsWith('--json=')) json = argument.slice('--json='.length)
    else if (argument === '--tones') tones = true
    else if (argument !== '--import') files.push(argument)
  }
  if (files.length === 0) throw new Error('There is no file to import.')
  if (json === null || json === '') throw new Error('--json OUT says where the result is written.')
  return { files, json, tones }
}
