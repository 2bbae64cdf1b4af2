import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureOfTransport } from '../../main/service/failures'
import { exampleFiles, tokenExample } from '../../main/service/examples'
import { defaultTokenParameters } from '../../main/service/tokens'
import { zoneHosts } from '../../main/service/zones'
import { exampleLanguages, type ExampleLanguage } from '../../preload/contract'
import { errorCodeSchema, errorValue, mayPass } from '../../preload/errors'
import { zoneSchema } from '../../preload/model'
import { tokenParameters } from '../../preload/token-parameters'

const page = readFileSync(resolve(import.meta.dirname, '../../docs/tokens.md'), 'utf8')
const fences = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
  language,
  code,
}))

/** The rows of the table below this heading, each a list of trimmed cells without backquotes. */
function tableUnder(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

describe('the reference of tokens', () => {
  const names: Record<ExampleLanguage, string> = {
    curl: 'sh',
    javascript: 'js',
    python: 'python',
    java: 'java',
    go: 'go',
  }
  it.each(exampleLanguages)('has the example that Copy as gives: %s', (language) => {
    const code = tokenExample(language, {
      origin: zoneHosts('default', null).rest,
      parameters: defaultTokenParameters,
    })
    expect(fences).toContainEqual({ language: names[language], code })
    const { file, run } = exampleFiles[language]
    expect(page).toContain(`Save as \`${file}\` and run \`${run}\`.`)
  })

  it('has the ranges and defaults of the one table in code, and no other parameter', () => {
    expect(tableUnder('Parameters').map((row) => row.slice(0, 4))).toEqual(
      Object.values(tokenParameters).map(({ query, min, max, default: preset }) => [
        query,
        'integer',
        `${min} to ${max}`,
        String(preset),
      ]),
    )
  })

  it('has the host of each zone', () => {
    expect(tableUnder('Request').map(([, host]) => `https://${host}`)).toEqual(
      zoneSchema.options.map((zone) => zoneHosts(zone, null).rest),
    )
  })

  const errors = tableUnder('Errors').map(([fault = '', , code = '', does = '']) => ({
    fault,
    code,
    does,
  }))

  it('says of each error whether Parley tries again, as the code has it', () => {
    expect(errors.length).toBeGreaterThan(15)
    for (const { fault, code, does } of errors) {
      const error = errorValue(errorCodeSchema.parse(code))
      expect(does.includes('ries again'), fault).toBe(mayPass(error))
      expect(does.includes('Stops'), fault).toBe(!mayPass(error))
    }
  })

  it('has the code of each status as the code has it', () => {
    const seen = new Set<number>()
    for (const { fault, code } of errors) {
      const statuses = /^\d{3}(, \d{3})*$/.test(fault) ? fault.split(', ').map(Number) : []
      for (const status of statuses) {
        seen.add(status)
        expect(failureOfAnswer({ status, headers: {}, body: '' }, []).code, fault).toBe(code)
      }
    }
    expect([...seen].sort()).toEqual([400, 401, 402, 403, 404, 407, 408, 410, 422, 429, 511])
    const fivehundreds = errors.find(({ fault }) => fault === '500 to 599')
    expect(failureOfAnswer({ status: 599, headers: {}, body: '' }, []).code).toBe(
      fivehundreds?.code,
    )
  })

  it.each([
    ['No network', 'ERR_INTERNET_DISCONNECTED'],
    ['Name not found', 'ERR_NAME_NOT_RESOLVED'],
    ['Certificate or TLS fault', 'ERR_CERT_AUTHORITY_INVALID'],
    ['Proxy fault', 'ERR_PROXY_CONNECTION_FAILED'],
    ['Connection refused or broken', 'ERR_CONNECTION_REFUSED'],
    ['No answer within 10 seconds', 'ERR_TIMED_OUT'],
  ])('has the code for: %s', (fault, name) => {
    const row = errors.find((error) => error.fault === fault)
    expect(failureOfTransport(new Error(`net::${name}`)).code).toBe(row?.code)
  })

  it('has a heading for each of its own links', () => {
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text.toLowerCase().replaceAll(' ', '-'),
    )
    const targets = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target)
    expect(targets.length).toBeGreaterThan(10)
    for (const target of targets) expect(headings).toContain(target)
  })

  it('is ordinary Markdown, without HTML', () => {
    const prose = page.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
    expect(prose).not.toMatch(/<[a-z!/]/i)
  })
})
