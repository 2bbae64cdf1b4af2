import { describe, expect, it } from 'vitest'
import { sessionUrl } from '../../../main/service/session-url'
import { defaultSettings, serviceModelSchema, type Settings } from '../../../preload/model'

const query = (settings: Partial<Settings>) =>
  Object.fromEntries(
    new URL(sessionUrl({ ...defaultSettings, ...settings }, 'default', null)).searchParams,
  )
const always = {
  sample_rate: '16000',
  encoding: 'pcm_s16le',
  session_heartbeat: 'true',
  inactivity_timeout: '60',
}

describe('the address of a session', () => {
  it('is on the host of the zone', () => {
    const start = (zone: 'default' | 'us' | 'eu', override: string | null) =>
      sessionUrl(defaultSettings, zone, override).split('?')[0]
    expect(start('default', null)).toBe('wss://streaming.assemblyai.com/v3/ws')
    expect(start('us', null)).toBe('wss://streaming.us.assemblyai.com/v3/ws')
    expect(start('eu', null)).toBe('wss://streaming.eu.assemblyai.com/v3/ws')
    expect(start('eu', 'http://127.0.0.1:4711')).toBe('ws://127.0.0.1:4711/v3/ws')
  })

  it('has what each model takes and nothing else', () => {
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
    for (const serviceModel of ['universal-3-5-pro', 'universal-3-6-pro'] as const) {
      expect(query({ serviceModel, languages })).toEqual({
        ...always,
        speech_model: serviceModel,
        language_detection: 'true',
        language_codes: '["en","de"]',
      })
    }
  })

  it('leaves out what is not set, and never has a token', () => {
    for (const serviceModel of serviceModelSchema.options) {
      const names = Object.keys(query({ serviceModel }))
      expect(names).not.toContain('language_codes')
      expect(names).not.toContain('keyterms_prompt')
      expect(names).not.toContain('speaker_labels')
      expect(names).not.toContain('filter_profanity')
      expect(names).not.toContain('token')
    }
  })

  it('carries key terms as JSON, speakers and the filter of the service', () => {
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
})
