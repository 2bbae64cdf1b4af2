// npm run soak [-- --hours N] [-- --json FILE]: records hours at many times real time, and prints
// the memory of each process on the way. Fails where it grows too much or a word is lost.
import { parseArgs } from 'node:util'
import { measure } from './measure.mjs'
import { main } from './setup/say.mjs'

await main(() => {
  const { values } = parseArgs({
    options: { hours: { type: 'string', default: '8' }, json: { type: 'string' } },
  })
  return measure('soak', { json: values.json, args: ['--hours', values.hours] })
})
