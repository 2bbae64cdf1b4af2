/** The file of each export format that the demo leaves. */
export const exportFiles = {
  txt: 'transcript.txt',
  md: 'transcript.md',
  docx: 'transcript.docx',
  srt: 'transcript.srt',
  vtt: 'transcript.vtt',
  json: 'meeting.json',
  wav: 'audio.wav',
}

/** All that the demo leaves. */
export const demoFiles = [...Object.values(exportFiles), 'window.png', 'report.json']
