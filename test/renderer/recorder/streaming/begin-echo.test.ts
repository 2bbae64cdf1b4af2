import { describe, expect, it } from 'vitest'
import { answeringModel, echoDifferences } from '../../../../renderer/recorder/streaming/begin-echo'

const url = (query: Record<string, string>) =>
  `wss://host/v3/ws?${new URLSearchParams(query).toString()}`

describe('the echo of Begin', () => {
  it.each<{
    readonly name: string
    readonly query?: Record<string, string>
    readonly echo: Record<string, unknown>
    readonly found?: readonly string[]
  }>([
    { name: 'nothing is echoed', query: { speaker_labels: 'true' }, echo: {} },
    {
      name: 'all is as requested',
      query: { mode: 'balanced', max_speakers: '4' },
      echo: { mode: 'balanced', redact_pii: false, max_speakers: 4 },
    },
    {
      name: 'a flag is not applied',
      query: { filter_profanity: 'true' },
      echo: { filter_profanity: null },
      found: ['filter_profanity: asked for true, got false'],
    },
    {
      name: 'a flag is on that nobody requested',
      echo: { redact_pii: true },
      found: ['redact_pii: asked for false, got true'],
    },
    {
      name: 'a value is missing',
      query: { voice_focus: 'near-field' },
      echo: { voice_focus: null },
      found: ['voice_focus: asked for near-field, got nothing'],
    },
    { name: 'a value was not requested', echo: { mode: 'balanced', voice_focus: null } },
    {
      name: 'a list in another order',
      query: { language_codes: '["en","de"]' },
      echo: { language_codes: ['de', 'en'] },
    },
    {
      name: 'a shorter list',
      query: { keyterms_prompt: '["Ghent","Zoë"]' },
      echo: { keyterms_prompt: '["Ghent"]' },
      found: ['keyterms_prompt: asked for Ghent, Zoë, got Ghent'],
    },
  ])('$name', ({ query = {}, echo, found = [] }) => {
    expect(echoDifferences(url(query), echo)).toEqual(found)
  })

  it('is not compared if there is none', () => {
    expect(echoDifferences(url({ speaker_labels: 'true' }), null)).toEqual([])
  })

  it('names the model that answers', () => {
    expect(answeringModel({ model: 'successor' }, 'asked')).toBe('successor')
    expect(answeringModel({ model: 7 }, 'asked')).toBe('asked')
    expect(answeringModel(null, 'asked')).toBe('asked')
  })
})
