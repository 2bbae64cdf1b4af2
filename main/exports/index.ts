// Meetings as files and for the clipboard, and the folder of Markdown files.
export { entriesOf } from './entries'
export { setupExports } from './setup'
