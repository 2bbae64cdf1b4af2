import { parseArgs } from 'node:util'

export const usage =
  'Use: npm run demo [-- --speech FILE.wav] [--reference TEXT] [--out DIR] [--json FILE]'

/**
 * What the command line of the demo asks for; null is the default.
 * @param {string[]} argv
 * @returns {{ speech: string | null, reference: string | null, out: string, json: string | null }}
 */
export function readArguments(argv) {
  const { values } = parseArgs({
    args: argv,
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
