// npm run bench [-- NAME …] [--json FILE] [--compare FILE] [--trace FOLDER] [--runs COUNT]
// [--speech FOLDER]: measures the app, or only the named parts, and prints each figure as a line of
// JSON, then a table. --compare takes the --json of an earlier run and fails where a figure is more
// than 15 % worse. --speech is a folder with a manifest.json: rows of file, reference, kind and lang.
import { parseArgs } from 'node:util'
import { measure } from '../measure'

export function command(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      compare: { type: 'string' },
      trace: { type: 'string' },
      runs: { type: 'string' },
      speech: { type: 'string' },
    },
    allowPositionals: true,
  })
  const { json, compare, trace, runs, speech } = values
  const options = runs === undefined ? [] : ['--runs', runs]
  return measure('bench', { json, compare, trace, speech, args: [...options, ...positionals] })
}
