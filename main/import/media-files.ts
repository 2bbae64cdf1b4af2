import { basename, extname } from 'node:path'

/** The extensions of files that may contain audio. The content decides what a file really is. */
export const mediaExtensions = [
  ...[
    'wav',
    'wave',
    'bwf',
    'rf64',
    'w64',
    'mp3',
    'mp2',
    'mpga',
    'm4a',
    'm4b',
    'aac',
    'flac',
    'alac',
  ],
  ...[
    'ogg',
    'oga',
    'opus',
    'spx',
    'wma',
    'amr',
    '3ga',
    'gsm',
    'aif',
    'aiff',
    'aifc',
    'caf',
    'au',
    'snd',
  ],
  ...['ac3', 'eac3', 'dts', 'ape', 'wv', 'tta', 'voc', 'ds2', 'dss', 'qcp', 'mka', 'weba', 'ra'],
  ...['webm', 'mp4', 'm4v', 'mov', 'qt', 'mkv', 'avi', 'wmv', 'asf', 'flv', 'f4v', '3gp', '3g2'],
  ...['mpg', 'mpeg', 'ts', 'mts', 'm2ts', 'vob', 'ogv', 'rm', 'mxf'],
]

/** Whether a file has one of these extensions. */
export function isMediaName(name: string): boolean {
  return mediaExtensions.includes(extname(name).slice(1).toLowerCase())
}

/** The title of an imported meeting: the file's name without the extension of a media file. */
export function titleOfFile(path: string): string {
  const name = basename(path)
  const stem = isMediaName(name) ? name.slice(0, name.length - extname(name).length) : name
  const title = stem.replaceAll(/[\s_]+/g, ' ').trim()
  return title === '' ? name : title.slice(0, 200)
}
