import { describe, expect, it } from 'vitest'
import { sessionUpdate, sessionUrl, type SessionSettings } from '../../../main/service/session-url'
import { defaultSettings, longestPrompt, serviceModelTable } from '../../../common/model'

const base: SessionSettings = { ...defaultSettings, voiceFocus: 'off', prompt: '' }
const query = (settings: Partial<SessionSettings>) =>
  Object.fromEntries(new URL(sessionUrl({ ...base, ...settings }, 'default', null)).searchParams)
const always = {
  sample_rate: '16000',
  encoding: 'pcm_s16le',
  session_heartbeat: 'true',
  inactivity_timeout: '60',
}

describe('the address of a session', () => {
  it('is on the host of the zone', () => {
    const start = (zone: 'default' | 'us' | 'eu', override: string | null) =>
      sessionUrl(base, zone, override).split('?')[0]
    expect(start('default', null)).toBe('wss://streaming.assemblyai.com/v3/ws')
    expect(start('us', null)).toBe('wss://streaming.us.assemblyai.com/v3/ws')
    expect(start('eu', null)).toBe('wss://streaming.eu.assemblyai.com/v3/ws')
    expect(start('eu', 'http://127.0.0.1:4711')).toBe('ws://127.0.0.1:4711/v3/ws')
  })

  it('has what each model supports and nothing else', () => {
    const languages = ['en', 'de']
    expect(query({ serviceModel: 'universal-streaming-english', languages })).toEqual({
      ...always,
      speech_model: 'universal-streaming-english',
      format_turns: 'true',
    })
    expect(query({ serviceModel: 'universal-streaming-multilingual', languages })).toEqual({
      ...always,
      speech_model: 'universal-streaming-multilingual',
      language_detection: 'true',
    })
    const pro = [
      'universal-3-5-pro',
      'universal-3-6-pro',
      'assemblyai-stt-3-7-realtime',
      'next-model',
    ]
    for (const serviceModel of pro) {
      expect(query({ serviceModel, languages })).toEqual({
        ...always,
        speech_model: serviceModel,
        language_detection: 'true',
        language_codes: '["en","de"]',
      })
    }
  })

  it('omits what is not set, and never has a token', () => {
    for (const { name: serviceModel } of serviceModelTable) {
      const names = Object.keys(query({ serviceModel }))
      expect(names).not.toContain('language_codes')
      expect(names).not.toContain('keyterms_prompt')
      expect(names).not.toContain('speaker_labels')
      expect(names).not.toContain('filter_profanity')
      expect(names).not.toContain('token')
    }
  })

  it('has key terms as JSON, speakers and the profanity filter', () => {
    const keyTerms = ['Zoë & Söhne', 'a+b=c', '"quoted"']
    expect(
      query({ keyTerms, speakerLabels: true, filterProfanity: { service: true, onDevice: false } }),
    ).toMatchObject({
      keyterms_prompt: JSON.stringify(keyTerms),
      speaker_labels: 'true',
      filter_profanity: 'true',
    })
    expect(query({ filterProfanity: { service: false, onDevice: true } })).not.toHaveProperty(
      'filter_profanity',
    )
  })

  it('has the choices of a person only for models that take them', () => {
    const chosen = {
      speakerLabels: true,
      maxSpeakers: 4,
      mode: 'max_accuracy',
      voiceFocus: 'near-field',
      redactPii: true,
      prompt: 'Budget with Dana',
    } as const
    const all = { speaker_labels: 'true', max_speakers: '4', redact_pii: 'true' }
    expect(query({ ...chosen, serviceModel: 'universal-streaming-english' })).toEqual({
      ...always,
      ...all,
      speech_model: 'universal-streaming-english',
      format_turns: 'true',
    })
    expect(query({ ...chosen, serviceModel: 'assemblyai-stt-3-7-realtime' })).toEqual({
      ...always,
      ...all,
      speech_model: 'assemblyai-stt-3-7-realtime',
      language_detection: 'true',
      mode: 'max_accuracy',
      voice_focus: 'near-field',
      prompt: 'Budget with Dana',
    })
    expect(query({ maxSpeakers: 4 })).not.toHaveProperty('max_speakers')
  })
})

describe('what an open session is told', () => {
  it('has what the model accepts, also where it is empty now', () => {
    const settings = { ...base, keyTerms: ['Ghent'], prompt: 'Budget', languages: [] }
    expect(sessionUpdate({ ...settings, serviceModel: 'universal-streaming-english' })).toEqual({
      keyterms_prompt: ['Ghent'],
    })
    expect(sessionUpdate({ ...settings, serviceModel: 'universal-3-6-pro' })).toEqual({
      keyterms_prompt: ['Ghent'],
      prompt: 'Budget',
      language_codes: [],
    })
  })

  it('cuts the prompt to its limit, and not through a character', () => {
    const promptOf = (prompt: string) =>
      sessionUpdate({ ...base, serviceModel: 'universal-3-6-pro', prompt }).prompt
    expect(promptOf('a'.repeat(2_000))).toBe('a'.repeat(longestPrompt))
    expect(promptOf(`${'a'.repeat(longestPrompt - 1)}😀`)).toBe('a'.repeat(longestPrompt - 1))
  })
})
