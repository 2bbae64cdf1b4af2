import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureOfTransport } from '../../main/service/failures'
import { exampleFiles, tokenExample } from '../../main/service/examples'
import { defaultTokenParameters } from '../../main/service/tokens'
import { zoneHosts } from '../../main/service/zones'
import {
  exampleLanguages,
  serviceModelTable,
  webLinkOf,
  webLinks,
  type ExampleLanguage,
} from '../../common/model'
import { errorCodeSchema, zoneSchema } from '../../common/schemas'
import { errorValue, mayPass } from '../../common/errors'
import { tokenParameters } from '../../common/token-parameters'
import { reference as page } from './reference'

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

describe('the token reference', () => {
  const names: Record<ExampleLanguage, string> = {
    curl: 'sh',
    javascript: 'js',
    python: 'python',
    java: 'java',
    go: 'go',
  }
  it.each(exampleLanguages)('has the example that Copy as returns: %s', (language) => {
    const code = tokenExample(language, {
      origin: zoneHosts('default', null).rest,
      parameters: defaultTokenParameters,
    })
    expect(fences).toContainEqual({ language: names[language], code })
    const { file, run } = exampleFiles[language]
    expect(page).toContain(`Save as \`${file}\` and run \`${run}\`.`)
  })

  it('has the ranges and defaults of the table in the code, and no other parameter', () => {
    const parameters = tableUnder('Parameters').filter((row) => row.length === 6)
    expect(parameters.map((row) => row.slice(0, 5))).toEqual(
      Object.values(tokenParameters).map(({ query, min, max, default: preset }) => [
        query,
        query === 'expires_in_seconds' ? 'yes' : 'no',
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

  it('says for each error whether Parley tries again, as the code does', () => {
    expect(errors.length).toBeGreaterThan(15)
    for (const { fault, code, does } of errors) {
      const error = errorValue(errorCodeSchema.parse(code))
      expect(does.includes('ries again'), fault).toBe(mayPass(error))
      expect(does.includes('Stops'), fault).toBe(!mayPass(error))
    }
  })

  it('has the error code of each status, as the code does', () => {
    const seen = new Set<number>()
    for (const { fault, code } of errors) {
      const statuses = /^\d{3}(, \d{3})*$/.test(fault) ? fault.split(', ').map(Number) : []
      for (const status of statuses) {
        seen.add(status)
        expect(failureOfAnswer({ status, headers: {}, body: '' }, []).code, fault).toBe(code)
      }
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([
      400, 401, 402, 403, 404, 407, 408, 410, 422, 429, 511,
    ])
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

  it('has the models of the one table in code', () => {
    const rows = tableUnder('Using the token').filter((row) => row.length === 4)
    const live = serviceModelTable.filter(({ kind }) => kind === 'live')
    expect(rows).toEqual(
      live.map((model) => [
        model.name,
        model.languages === 'english' ? 'English' : String(model.languages),
        [
          ...(model.takesKeyTerms ? ['key terms'] : []),
          ...(model.takesPrompt ? ['prompt'] : []),
          ...(model.takesMode ? ['mode'] : []),
        ].join(', '),
        model.centsAnHour === null ? 'not published' : (model.centsAnHour / 100).toFixed(2),
      ]),
    )
    const deprecated = live.filter(({ state }) => state === 'deprecated')
    for (const { name } of deprecated) expect(page).toContain(`\`${name}\` is deprecated`)
    const asked = [...page.matchAll(/speech_model(?:=|: ')([\w-]+)/g)].map(([, name]) => name)
    expect(asked.length).toBeGreaterThan(2)
    const current = live.filter(({ state }) => state === 'current').map(({ name }) => name)
    for (const name of asked) expect(current).toContain(name)
  })

  it('has links that the window can open, and the window has no other', () => {
    const addresses = [...page.matchAll(/\]\((https:[^)]+)\)/g)].map(([, address]) => address)
    expect(addresses.filter((address) => webLinkOf(address) === null)).toEqual([])
    expect(new Set(addresses)).toEqual(new Set(Object.values(webLinks)))
  })

  it('is ordinary Markdown, without HTML', () => {
    const prose = page.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
    expect(prose).not.toMatch(/<[a-z!/]/i)
  })
})
