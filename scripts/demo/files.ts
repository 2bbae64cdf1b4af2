import type { ExportFormat } from '../../common/model'

/** The file that the demo writes for each export format. */
export const exportFiles = {
  txt: 'transcript.txt',
  md: 'transcript.md',
  docx: 'transcript.docx',
  srt: 'transcript.srt',
  vtt: 'transcript.vtt',
  json: 'meeting.json',
  wav: 'audio.wav',
} satisfies Partial<Record<ExportFormat, string>>

/** All files that the demo writes. */
export const demoFiles = [...Object.values(exportFiles), 'window.png', 'report.json']
