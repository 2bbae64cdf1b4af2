import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readNotices } from '../../../main/app/notices'

const file = join(mkdtempSync(join(tmpdir(), 'parley-notices-')), 'notices.json')

it('returns the list of the build, or an error if it cannot be read', () => {
  const list = [{ name: 'a', version: '1.0.0', licence: 'MIT', text: 'Text' }]
  expect(readNotices(file)).toMatchObject({ ok: false, error: { code: 'internal' } })
  writeFileSync(file, '[{"name": 3}]')
  expect(readNotices(file)).toMatchObject({ ok: false, error: { code: 'internal' } })
  writeFileSync(file, JSON.stringify(list))
  expect(readNotices(file)).toEqual({ ok: true, value: list })
})
