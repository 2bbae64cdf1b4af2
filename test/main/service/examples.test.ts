import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exampleFiles, tokenExample } from '../../../main/service/examples'
import { exampleLanguages, type ExampleLanguage } from '../../../common/model'
import { json, startTokenServer } from './token-server'

const key = 'a-key-from-the-environment'
const parameters = { expiresInSeconds: 45, maxSessionDurationSeconds: 900 }

/** The command that shows whether the machine has the tool of an example. */
const probes: Record<ExampleLanguage, readonly [string, ...string[]]> = {
  curl: ['curl', '--fail-with-body', '--version'],
  javascript: ['node', '--version'],
  python: ['python3', '--version'],
  java: ['java', '--version'],
  go: ['go', 'version'],
}

function has(language: ExampleLanguage): boolean {
  const [tool, ...flags] = probes[language]
  return spawnSync(tool, flags).status === 0
}

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Saves an example as its page says and runs it with the command that the page gives. */
function run(language: ExampleLanguage, origin: string): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-example-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { file, run: command } = exampleFiles[language]
  writeFileSync(join(folder, file), tokenExample(language, { origin, parameters }))
  const [tool = '', ...words] = command.split(' ')
  const options = { cwd: folder, env: { ...process.env, ASSEMBLYAI_API_KEY: key } }
  return new Promise((resolve) => {
    execFile(tool, words, options, (failure, out, err) =>
      resolve({ code: failure === null ? 0 : Number(failure.code), out, err }),
    )
  })
}

describe('the examples', () => {
  it.each(exampleLanguages)('contain no key and need no package: %s', (language) => {
    const code = tokenExample(language, { origin: 'https://host.example', parameters })
    expect(code).toContain('ASSEMBLYAI_API_KEY')
    expect(code).toContain('host.example')
    expect(code).toContain('expires_in_seconds=45&max_session_duration_seconds=900')
    expect(code).not.toMatch(/Bearer|require\(|--location/)
  })

  for (const language of exampleLanguages) {
    const here = has(language)
    const title = here
      ? language
      : `${language} (not run: this machine has no ${probes[language][0]})`

    it.runIf(here)(
      `print the token: ${title}`,
      async () => {
        const server = await startTokenServer((response) =>
          json(response, 200, { token: 'AQIexample_token-1', expires_in_seconds: 45 }),
        )
        const { code, out, err } = await run(language, server.url)
        expect({ code, out: out.trim(), err }).toEqual({
          code: 0,
          out: 'AQIexample_token-1',
          err: '',
        })
        const [seen] = server.seen
        expect(seen).toMatchObject({ method: 'GET', path: '/v3/token' })
        expect(seen?.headers.authorization).toBe(key)
        expect(seen?.query.toString()).toBe(
          'expires_in_seconds=45&max_session_duration_seconds=900',
        )
      },
      60_000,
    )

    it.runIf(here)(
      `fail with the words of the service: ${title}`,
      async () => {
        const server = await startTokenServer((response) =>
          json(response, 401, { error: 'Key is unknown' }),
        )
        const { code, out, err } = await run(language, server.url)
        expect(code).not.toBe(0)
        expect(out).toBe('')
        expect(err).toContain('Key is unknown')
      },
      60_000,
    )

    it.runIf(here)(
      `send the key to no second host: ${title}`,
      async () => {
        const thief = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
        const server = await startTokenServer((response) =>
          response.writeHead(302, { location: `${thief.url}/v3/token` }).end(),
        )
        const { out } = await run(language, server.url)
        expect(out.trim()).toBe('')
        expect(thief.seen).toHaveLength(0)
      },
      60_000,
    )
  }
})
