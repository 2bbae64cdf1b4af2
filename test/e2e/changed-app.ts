import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const project = resolve(import.meta.dirname, '..', '..')

/** Makes a folder in `folder` with the built app, which runs this code of main first. */
export function appAfter(folder: string, code: string): string {
  const app = join(folder, 'app')
  mkdirSync(app)
  for (const name of ['dist', 'node_modules']) symlinkSync(join(project, name), join(app, name))
  writeFileSync(join(app, 'package.json'), '{"name":"parley","main":"before.cjs"}')
  writeFileSync(join(app, 'before.cjs'), `${code}\nrequire('./dist/main/app.cjs')\n`)
  return app
}
