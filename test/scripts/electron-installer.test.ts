import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

/**
 * Electron asks for Node 22.12, since its installer requires modules of the newer kind. Node 20.19
 * loads those as well.
 */
it('the installer of Electron finds its parts under this Node', () => {
  const require = createRequire(import.meta.url)
  const installer = createRequire(require.resolve('electron/package.json'))
  const { downloadArtifact } = installer('@electron/get') as { downloadArtifact: unknown }
  expect(downloadArtifact).toBeTypeOf('function')
})
