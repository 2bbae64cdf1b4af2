// npm run soak [-- --hours N] [--json FILE]: records hours of audio at many times real time, and
// prints the memory of each process. It fails if memory grows too much or a word is lost.
import { parseArgs } from 'node:util'
import { measure } from '../measure'

export function command(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { hours: { type: 'string', default: '8' }, json: { type: 'string' } },
  })
  return measure('soak', { json: values.json, args: ['--hours', values.hours] })
}
