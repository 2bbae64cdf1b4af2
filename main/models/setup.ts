import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dialog, type ClientRequest, type ClientRequestConstructorOptions } from 'electron'
import { z } from 'zod'
import { fail, ok, type Result } from '../../common/errors'
import type { Settings } from '../../common/model'
import { mainMessages } from '../../common/text'
import type { CallHandlers, Events, RequestSession } from '../boundary'
import { recogniseFolder } from '../local-engine'
import { freeBytes } from '../platform'
import type { SettingsStore } from '../settings'
import { catalogue } from './catalogue'
import { createGet } from './electron-get'
import { engineModelOf, speakerModelsOf } from './engine-model'
import { createRunJob } from './in-thread'
import { agreeToMirror } from './mirror'
import { catalogueModelSchema, type CatalogueModel } from './model'
import { createModelStore } from './store'

/** The model of the catalogue that tells speakers apart. */
const speakersId = 'speakers'

/** The window hears of progress so often at most, in ms. */
const tellMs = 200

interface Setup {
  readonly events: Events
  readonly settings: SettingsStore
  readonly net: { request(options: ClientRequestConstructorOptions): ClientRequest }
  readonly proxy: { readonly requests: RequestSession; pass(url: string): Promise<boolean> }
  readonly dataFolder: string
  /** What was built: the texts of licences are in it. */
  readonly dist: string
  /** The built thread.ts. */
  readonly modelThread: string
  /** A file with the catalogue of tests; null for the real one. */
  readonly modelCatalogue: string | null
}

/** The models that a person downloads or brings, and the calls of the window about them. */
export function setupModels(setup: Setup) {
  const { events, settings } = setup
  const models = setup.modelCatalogue === null ? catalogue : readCatalogue(setup.modelCatalogue)
  let timer: NodeJS.Timeout | undefined
  const store = createModelStore({
    folder: join(setup.dataFolder, 'models'),
    catalogue: models,
    get: createGet(setup),
    runJob: createRunJob(setup.modelThread),
    freeBytes,
    recognise: recogniseFolder,
    wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    onChange: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void store.state().then((state) => events.emit('models:changed', state))
      }, tellMs)
    },
  })

  /** SECURITY: Moonshine takes the place of a model before its files are gone. */
  function leave(id: string): Result<Settings> {
    const now = settings.get()
    return now.installedModel === id ? settings.patch({ installedModel: null }) : ok(now)
  }

  events.on('local-engine:model-crashed', ({ id }) => {
    if (store.crashed(id)) leave(id)
  })

  return {
    /** What the engine loads in place of Moonshine; null for Moonshine. */
    inUse: () => {
      const { installedModel } = settings.get()
      const model = installedModel === null ? null : store.usable(installedModel)
      return model && engineModelOf(model)
    },
    /** The models that tell speakers apart; null if they are not downloaded. */
    forSpeakers: () => {
      const model = store.usable(speakersId)
      return model && speakerModelsOf(model)
    },
    stop: () => {
      clearTimeout(timer)
      store.stop()
    },
    handlers: {
      'models:state': async () => ok(await store.state()),
      'models:download': async ({ id }) => {
        const agreed = await agreeToMirror(settings)
        return agreed.ok ? store.download(id, agreed.value) : agreed
      },
      'models:pause': ({ id }) => store.pause(id),
      'models:cancel': ({ id }) => store.cancel(id),
      'models:remove': async ({ id }) => {
        const left = leave(id)
        return left.ok ? store.remove(id) : left
      },
      'models:try-again': ({ id }) => store.tryAgain(id),
      'models:choose-files': async () => {
        const chosen = await choose(mainMessages.modelFiles, ['openFile', 'multiSelections'])
        return chosen.ok ? store.addFiles(chosen.value) : chosen
      },
      'models:choose-folder': async () => {
        const chosen = await choose(mainMessages.modelFolder, ['openDirectory'])
        if (!chosen.ok) return chosen
        const added = await store.addFolder(chosen.value[0] ?? '')
        return added.ok ? ok(undefined) : added
      },
      'models:licence': ({ id }) => {
        const model = models.find((one) => one.id === id)
        if (!model) return fail('model-unknown')
        const file = (name: string) => join(setup.dist, 'model-licences', `${name}.txt`)
        return ok(model.licence.texts.map((name) => readFileSync(file(name), 'utf8')).join('\n\n'))
      },
    } satisfies Partial<CallHandlers>,
  }
}

function readCatalogue(file: string): readonly CatalogueModel[] {
  return z.array(catalogueModelSchema).parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** SECURITY: only a dialog of main names a path. `cancelled` if it was closed. */
async function choose(
  title: string,
  properties: ('openFile' | 'openDirectory' | 'multiSelections')[],
): Promise<Result<string[]>> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ title, properties })
  return canceled || filePaths.length === 0 ? fail('cancelled') : ok(filePaths)
}
