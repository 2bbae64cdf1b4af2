import { describe, expect, it } from 'vitest'
import { calls, events, sends } from '../../preload/contract'
import { errorSentences } from '../../preload/error-sentences'

describe('the contract', () => {
  it('gives a token to the recorder alone, and to nothing else by any name', () => {
    for (const [name, shape] of Object.entries({ ...calls, ...sends, ...events })) {
      if (name.startsWith('recorder:')) expect(shape.roles, name).toEqual(['recorder'])
      else expect(shape.roles, name).toEqual(['window'])
    }
  })

  it('has no call that returns a key', () => {
    const described = JSON.stringify(
      calls['keys:list'].result.parse({
        keys: [
          {
            id: 'k',
            name: 'Work',
            zone: 'eu',
            ending: '9f3a',
            inUse: true,
            memoryOnly: false,
            check: null,
            key: 'a secret that must not pass',
          },
        ],
        keychain: { name: 'keyring', error: null },
      }),
    )
    expect(described).not.toContain('secret')
  })
})

describe('error sentences', () => {
  it.each(Object.entries(errorSentences))('%s is calm and whole', (_code, sentence) => {
    expect(sentence).toMatch(/^[A-Z]/)
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toMatch(/!|please|sorry|oops|invalid/i)
    expect(sentence.length).toBeLessThan(240)
  })
})
