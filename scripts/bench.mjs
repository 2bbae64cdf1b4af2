// npm run bench [-- --json FILE]: measures the app and prints the figures.
import { parseArgs } from 'node:util'
import { measure } from './measure.mjs'
import { main } from './setup/say.mjs'

await main(() => {
  const { values } = parseArgs({ options: { json: { type: 'string' } } })
  return measure('bench', { json: values.json })
})
