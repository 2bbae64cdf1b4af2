import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The reference of tokens, as it is shipped. */
export const reference = readFileSync(resolve(import.meta.dirname, '../../docs/tokens.md'), 'utf8')

/** The code that the reference says to save under this name, for the simulator at this address. */
export function exampleAt(file: string, serviceUrl: string): string {
  const [, after = ''] = reference.split(`ave as \`${file}\``)
  const [, code] = /^```\w+\n([\s\S]*?)^```$/m.exec(after) ?? []
  if (code === undefined) throw new Error(`No example: ${file}`)
  const { host } = new URL(serviceUrl)
  return code
    .replaceAll('https://streaming.assemblyai.com', `http://${host}`)
    .replaceAll('wss://streaming.assemblyai.com', `ws://${host}`)
    .replaceAll('HTTPSConnection("streaming.assemblyai.com"', `HTTPConnection("${host}"`)
}
