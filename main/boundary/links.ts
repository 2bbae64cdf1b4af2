import { shell } from 'electron'
import type { Link } from '../../common/model'
import { fail, ok, type Result } from '../../common/errors'
import type { CallHandlers } from './ipc'
import { linkTarget, type System } from './link-target'

/**
 * Opens one of the named links outside the app.
 * SECURITY: pages name a link and never give an address; this is the only caller of openExternal.
 */
async function openLink(link: Link, system: System): Promise<Result<undefined>> {
  const target = linkTarget(link, system)
  if (target === null) return fail('bad-input', 'This system has no such page.')
  await shell.openExternal(target)
  return ok(undefined)
}

/**
 * Shows a folder of Parley in the system's own program.
 * SECURITY: only main names a folder.
 */
export async function openFolder(path: string): Promise<Result<undefined>> {
  const problem = await shell.openPath(path)
  return problem === '' ? ok(undefined) : fail('folder-not-opened', problem)
}

export const links = {
  handlers: {
    'links:open': ({ link }) =>
      openLink(link, { platform: process.platform, version: process.getSystemVersion() }),
  } satisfies Partial<CallHandlers>,
}
