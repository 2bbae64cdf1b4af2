import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chatTarget } from '../../../main/chat/target'
import { zoneHosts } from '../../../main/service/zones'

const gateway = 'https://llm-gateway.eu.assemblyai.com'
const other = (address: string) =>
  chatTarget({ provider: 'other', addresses: { other: address } }, gateway)
const ollama = (address: string) =>
  chatTarget({ provider: 'ollama', addresses: { ollama: address } }, gateway)

test('presets have their usual places, and the gateway is that of the zone', () => {
  const base = (provider: 'ollama' | 'lm-studio' | 'llama-cpp' | 'assemblyai') => {
    const target = chatTarget({ provider, addresses: {} }, gateway)
    return target.ok ? target.value.base : target.error.code
  }
  expect(base('ollama')).toBe('http://127.0.0.1:11434/v1')
  expect(base('lm-studio')).toBe('http://127.0.0.1:1234/v1')
  expect(base('llama-cpp')).toBe('http://127.0.0.1:8080/v1')
  expect(base('assemblyai')).toBe('https://llm-gateway.eu.assemblyai.com/v1')
  expect(zoneHosts('eu', null).gateway).toBe(gateway)
  expect(zoneHosts('default', null).gateway).toBe('https://llm-gateway.assemblyai.com')
})

test('an empty address has no target at all', () => {
  expect(other('  ')).toMatchObject({ error: { code: 'chat-no-address' } })
  expect(chatTarget({ provider: null, addresses: {} }, gateway)).toMatchObject({
    error: { code: 'chat-none' },
  })
})

test.each([
  ['https://models.example.com', 'https://models.example.com/v1'],
  ['https://models.example.com/api/v3/', 'https://models.example.com/api/v3'],
  ['https://models.example.com/v1/chat/completions', 'https://models.example.com/v1'],
  ['http://localhost:8000/v1', 'http://localhost:8000/v1'],
])('%s', (address, base) => {
  expect(other(address)).toMatchObject({ ok: true, value: { base } })
})

test.each([
  'models.example.com',
  'http://models.example.com/v1',
  'https://name:secret@models.example.com/v1',
  'https://models.example.com/v1?key=1',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'http://127.0.0.1.example.com/',
])('%s is refused', (address) => {
  expect(other(address)).toMatchObject({ error: { code: 'chat-bad-address' } })
})

test('a local provider is on this computer and nowhere else', () => {
  expect(ollama('http://127.0.0.1:9/v1')).toMatchObject({ ok: true })
  expect(ollama('https://models.example.com/v1')).toMatchObject({
    error: { code: 'chat-bad-address' },
  })
})

test('whatever is typed, nothing goes out in the clear', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl(), fc.string(), fc.webUrl({ validSchemes: ['http'] })),
      (text) => {
        const target = other(text)
        if (target.ok)
          expect(target.value.base).toMatch(
            /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/,
          )
      },
    ),
  )
})
