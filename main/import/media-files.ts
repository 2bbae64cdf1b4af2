import { basename, extname } from 'node:path'

/** The files that may have sound in them, for the dialog; what a file is, its content says. */
export const mediaExtensions = [
  ...['wav', 'mp3', 'm4a', 'aac', 'flac', 'ogg', 'oga', 'opus'],
  ...['webm', 'mp4', 'm4v', 'mov', 'mkv'],
]

/** The title of the meeting that a file becomes: its name without its ending. */
export function titleOfFile(path: string): string {
  const name = basename(path)
  const title = name
    .slice(0, name.length - extname(name).length)
    .replaceAll(/[\s_]+/g, ' ')
    .trim()
  return title === '' ? name : title.slice(0, 200)
}
