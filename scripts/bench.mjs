// npm run bench [-- NAME …] [--json FILE]: measures the app, or the parts that are named (start,
// search, recording, exports, review), and prints the figures.
import { parseArgs } from 'node:util'
import { measure } from './measure.mjs'
import { main } from './setup/say.mjs'

await main(() => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' } },
    allowPositionals: true,
  })
  return measure('bench', { json: values.json, args: positionals })
})
