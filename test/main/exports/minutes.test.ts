import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { toDocx } from '../../../main/exports/docx'
import { meetingFileSchema, toJson } from '../../../main/exports/json'
import { toMarkdown } from '../../../main/exports/markdown'
import { toTxt } from '../../../main/exports/txt'
import { toVtt } from '../../../main/exports/vtt'
import { someMinutes } from '../minutes/some-minutes'
import { said, transcriptOf } from './transcripts'

const transcript = transcriptOf([said('Then I tell finance today.', 4_364_000)])
const annotations = { notes: [], marks: [], minutes: someMinutes }
const options = { times: true, speakers: true, timeZone: 'UTC', annotations }
const invented = 'Training is cut'

test('plain text has the sections before the transcript, and nothing that was not found', () => {
  const text = toTxt(transcript, options)
  expect(text).toContain(
    [
      '',
      'Decisions',
      '- Travel stays at the plan <for now> (1:12:20, 1:12:44)',
      '',
      'Tasks',
      '- Dana: tell finance, today (1:12:44)',
      '- Done: Me: cut two visits (1:11:41)',
      '',
      '(Written by small-model from the transcript, 2026-11-25 11:40)',
      '',
      'Transcript',
      '',
    ]
      .join('\n')
      .trimEnd(),
  )
  expect(text).not.toContain(invented)
  expect(toTxt(transcript, { ...options, times: false })).toContain('- Dana: tell finance, today\n')
})

test('Markdown has tasks with boxes and escapes what a model wrote', () => {
  const text = toMarkdown(transcript, options)
  expect(text).toContain(
    '## Decisions\n\n- Travel stays at the plan \\<for now\\> *(1:12:20, 1:12:44)*',
  )
  expect(text).toContain(
    '## Tasks\n\n- [ ] **Dana**: tell finance, today *(1:12:44)*\n- [x] **Me**',
  )
  expect(text).toContain('*Written by small-model')
  expect(text.indexOf('## Transcript')).toBeGreaterThan(text.indexOf('## Tasks'))
  expect(text).not.toContain(invented)
})

test('JSON has the lines with their moments', () => {
  const { minutes } = meetingFileSchema.parse(JSON.parse(toJson(transcript, options)))
  expect(minutes).toMatchObject({ model: 'small-model', template: 'General' })
  expect(minutes?.sections[2]?.lines[0]).toEqual({
    text: 'tell finance',
    who: 'Dana',
    byWhen: 'today',
    isDone: false,
    moments: [4_364_000],
  })
  expect(JSON.stringify(minutes)).not.toContain(invented)
})

test('web captions have them as comments, which cannot end early', () => {
  const text = toVtt(transcript, options)
  expect(text).toContain('NOTE Tasks\nDana: tell finance, today (1:12:44)\n')
  expect(text).toContain('NOTE Decisions\nTravel stays at the plan &lt;for now&gt;')
  expect(text).not.toContain(invented)
})

test('a Word document has them', async () => {
  const zip = await promisify<Buffer, { lazyEntries: true }, ZipFile>(fromBuffer)(
    Buffer.from(await toDocx(transcript, options)),
    { lazyEntries: true },
  )
  const xml = await new Promise<string>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName !== 'word/document.xml') return zip.readEntry()
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        void buffer(stream).then((bytes) => resolve(bytes.toString('utf8')))
      })
    })
    zip.readEntry()
  })
  expect(xml).toContain('Dana: tell finance, today')
  expect(xml).toContain('Travel stays at the plan &lt;for now&gt;')
  expect(xml).not.toContain(invented)
})
