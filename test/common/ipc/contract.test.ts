import { describe, expect, it } from 'vitest'
import { callSchemas } from '../../../common/ipc/contract'
import { calls, events, sends, type Role } from '../../../common/ipc/channels'
import { errorSentences } from '../../../common/text'

describe('the contract', () => {
  const channels = Object.entries({ ...calls, ...sends, ...events })
  const of = (role: Role) =>
    channels.filter(([, roles]) => roles.some((each) => each === role)).map(([name]) => name)

  it('gives tokens only to the recorder, on every channel', () => {
    expect(of('recorder').sort()).toEqual(
      channels
        .map(([name]) => name)
        .filter((name) => name.startsWith('recorder:'))
        .sort(),
    )
    for (const [name, roles] of channels) {
      if (name.startsWith('recorder:')) expect(roles, name).toEqual(['recorder'])
    }
  })

  it('gives the captions the words, and lets them change only their own settings', () => {
    expect(of('captions').sort()).toEqual([
      'captions:close',
      'captions:content',
      'captions:drag',
      'captions:look',
      'captions:set',
      'recording:status',
      'transcript:turn',
      'transcript:turn-dropped',
    ])
  })

  it('gives the importer no channel', () => {
    expect(of('importer')).toEqual([])
  })

  it('has no call that returns a key', () => {
    const described = JSON.stringify(
      callSchemas['keys:list'].result.parse({
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
  it.each(Object.entries(errorSentences))(
    '%s is one calm, complete sentence or two',
    (_code, sentence) => {
      expect(sentence).toMatch(/^[A-Z]/)
      expect(sentence).toMatch(/\.$/)
      expect(sentence).not.toMatch(/!|please|sorry|oops|invalid/i)
      expect(sentence.length).toBeLessThan(240)
    },
  )
})
