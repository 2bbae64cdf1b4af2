import { mkdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { errorValue, fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { InstalledModel, ModelRow, ModelsState, ModelStage } from '../../common/model'
import { createLog, writeWholeFile } from '../platform'
import { fetchFile, sizeOf, type Get } from './fetch-file'
import type { RunJob } from './in-thread'
import { installedModel, installedModels, manifestName } from './installed'
import type { Part } from './install'
import type { CatalogueModel } from './model'
import { describeOwn, filesOfOwn, type Recognised } from './own-model'
import { createSetAside } from './set-aside'

const log = createLog('models')

export interface ModelStoreOptions {
  /** Holds a folder for each model; it need not exist. */
  readonly folder: string
  readonly catalogue: readonly CatalogueModel[]
  readonly get: Get
  readonly runJob: RunJob
  readonly freeBytes: (folder: string) => Promise<number | null>
  readonly recognise: (folder: string) => Promise<Result<Recognised>>
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  readonly onChange: () => void
}

interface Run {
  readonly controller: AbortController
  stage: ModelStage
}

/** The disk is never filled to its last byte: the library needs room, too. */
const spareBytes = 100_000_000
const megabyte = 1_000_000
/** These say that what arrived is not what the catalogue names; it is of no use. */
const useless = new Set(['model-wrong-hash', 'model-wrong-length', 'model-archive-refused'])

/** The models on this computer and their downloads. Nothing starts by itself. */
export function createModelStore(options: ModelStoreOptions) {
  const { folder, catalogue, onChange } = options
  const runs = new Map<string, Run>()
  /** What stopped the last attempt at each model. */
  const errors = new Map<string, ErrorValue>()
  const setAside = createSetAside(folder)
  const incoming = (id: string) => join(folder, '.incoming', id)
  const partPath = (id: string, index: number) => join(incoming(id), `part-${index}`)
  const find = (id: string) => catalogue.find((model) => model.id === id)

  async function receivedOf({ id, downloads }: CatalogueModel): Promise<number> {
    const sizes = downloads.map((_, index) => sizeOf(partPath(id, index)))
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }

  async function stageOf(model: CatalogueModel): Promise<ModelStage> {
    const run = runs.get(model.id)
    if (run) return run.stage
    if (installedModel(folder, model.id)) {
      return { stage: setAside.has(model.id) ? 'set-aside' : 'installed' }
    }
    const received = await receivedOf(model)
    return received > 0 ? { stage: 'paused', received } : { stage: 'absent' }
  }

  async function state(): Promise<ModelsState> {
    const known = catalogue.map(async (model): Promise<ModelRow> => {
      const { id, name, maker, family, gives, diskBytes, memoryMb, wantsCores, source } = model
      return {
        ...{ id, name, maker, family, gives, diskBytes, memoryMb, wantsCores, source },
        languages: [...model.languages],
        downloadBytes: bytesOf(model),
        licence: model.licence.name,
        stage: await stageOf(model),
        error: errors.get(id) ?? null,
      }
    })
    const own = installedModels(folder).filter(({ id }) => !find(id))
    return {
      models: [...(await Promise.all(known)), ...own.map((model) => ownRow(model))],
      freeBytes: await options.freeBytes(existing(folder)),
      cores: cpus().length,
    }
  }

  function ownRow(model: InstalledModel): ModelRow {
    const { id, name, family, languages, gives, files } = model
    return {
      ...{ id, name, family, languages, gives },
      maker: '',
      downloadBytes: 0,
      diskBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      memoryMb: null,
      wantsCores: null,
      licence: null,
      source: null,
      stage: { stage: setAside.has(id) ? 'set-aside' : 'installed' },
      error: null,
    }
  }

  /** Whether the rest of the download and the model fit on the disk. */
  async function checkSpace(model: CatalogueModel, toFetch: number): Promise<Result<undefined>> {
    const free = await options.freeBytes(existing(folder))
    const needed = toFetch + (model.diskBytes ?? bytesOf(model)) + spareBytes
    if (free === null || free >= needed) return ok(undefined)
    const detail = `${Math.ceil(needed / megabyte)} MB needed, ${Math.floor(free / megabyte)} MB free`
    return fail('model-no-space', detail)
  }

  /** Runs one attempt at a model; its outcome is in the state. */
  async function run(id: string, work: (run: Run) => Promise<Result<undefined>>): Promise<void> {
    const entry: Run = { controller: new AbortController(), stage: { stage: 'checking' } }
    runs.set(id, entry)
    errors.delete(id)
    onChange()
    const done = await work(entry).catch((cause: unknown) => {
      log.error('installation failed', { id, cause })
      return fail('model-not-kept', cause instanceof Error ? cause.name : '')
    })
    if (!done.ok && done.error.code !== 'cancelled') {
      log.warn('not installed', { id, code: done.error.code, detail: done.error.detail ?? '' })
      errors.set(id, done.error)
    }
    runs.delete(id)
    onChange()
  }

  async function fetchAll(
    model: CatalogueModel,
    entry: Run,
    mirror: string,
  ): Promise<Result<undefined>> {
    const { id, downloads } = model
    let before = 0
    entry.stage = { stage: 'downloading', received: await receivedOf(model) }
    onChange()
    for (const [index, { url, bytes }] of downloads.entries()) {
      const start = before
      const fetched = await fetchFile({
        url: addressOf(url, mirror),
        bytes,
        path: partPath(id, index),
        get: options.get,
        signal: entry.controller.signal,
        wait: options.wait,
        onBytes: (received) => {
          entry.stage = { stage: 'downloading', received: start + received }
          onChange()
        },
      })
      if (!fetched.ok) return fetched
      before += bytes
    }
    return ok(undefined)
  }

  /** Checks and unpacks these parts; the model is in its place only when everything is right. */
  async function finish(
    model: CatalogueModel,
    entry: Run,
    paths: readonly { readonly path: string; readonly isOurs: boolean }[],
  ): Promise<Result<undefined>> {
    entry.stage = { stage: 'checking' }
    onChange()
    const parts = model.downloads.map(({ url, bytes, sha256, unpacksTo }, index): Part => {
      const { path = '', isOurs = false } = paths[index] ?? {}
      return { path, isOurs, bytes, sha256, unpacksTo, name: decodeURIComponent(basename(url)) }
    })
    const into = join(incoming(model.id), 'unpacked')
    const { id, name, family, gives, languages } = model
    const installed = await options.runJob(
      { kind: 'install', job: { parts, files: model.files, into } },
      entry.controller.signal,
    )
    if (!installed.ok) {
      if (useless.has(installed.error.code)) await clear(id)
      return installed
    }
    return place(
      { id, name, family, gives, languages: [...languages], isOwn: false, files: installed.value },
      into,
    )
  }

  async function place(
    model: Omit<InstalledModel, 'folder'>,
    from: string,
  ): Promise<Result<undefined>> {
    const target = join(folder, model.id)
    writeWholeFile(join(from, manifestName), JSON.stringify(model, null, 2))
    await rm(target, { recursive: true, force: true })
    await rename(from, target)
    await clear(model.id)
    setAside.forget(model.id)
    return ok(undefined)
  }

  function clear(id: string): Promise<void> {
    return rm(incoming(id), { recursive: true, force: true })
  }

  function abort(id: string): void {
    runs.get(id)?.controller.abort()
  }

  return {
    state,
    /** The models that may be loaded: whole, checked, and not set aside. */
    usable: (id: string): InstalledModel | null =>
      setAside.has(id) ? null : installedModel(folder, id),
    /**
     * Starts or resumes a download. `mirror` is the address of a folder with the same files, or empty.
     * Errors: `model-unknown`, `model-no-space`.
     */
    async download(id: string, mirror: string): Promise<Result<undefined>> {
      const model = find(id)
      if (!model) return fail('model-unknown')
      if (runs.has(id) || installedModel(folder, id)) return ok(undefined)
      mkdirSync(incoming(id), { recursive: true, mode: 0o700 })
      const space = await checkSpace(model, bytesOf(model) - (await receivedOf(model)))
      if (!space.ok) return space
      void run(id, async (entry) => {
        const fetched = await fetchAll(model, entry, mirror)
        if (!fetched.ok) return fetched
        const parts = model.downloads.map((_, index) => ({
          path: partPath(id, index),
          isOurs: true,
        }))
        return finish(model, entry, parts)
      })
      return ok(undefined)
    },
    /** Stops a download; what has arrived stays. */
    pause(id: string): Result<undefined> {
      abort(id)
      return ok(undefined)
    },
    /** Stops a download and deletes what has arrived. */
    async cancel(id: string): Promise<Result<undefined>> {
      if (!find(id)) return fail('model-unknown')
      abort(id)
      while (runs.has(id)) await options.wait(20, new AbortController().signal)
      errors.delete(id)
      await clear(id)
      onChange()
      return ok(undefined)
    },
    async remove(id: string): Promise<Result<undefined>> {
      const model = installedModel(folder, id)
      if (!model) return fail('model-unknown')
      try {
        await rm(model.folder, { recursive: true })
      } catch (cause) {
        return fail('model-not-removed', cause instanceof Error ? cause.message : '')
      }
      setAside.forget(id)
      onChange()
      return ok(undefined)
    },
    /**
     * Installs a model from files that a person downloaded elsewhere. They are checked like a
     * download, and stay as they are. Error: `model-unknown-file`.
     */
    async addFiles(paths: readonly string[]): Promise<Result<undefined>> {
      const sized = await Promise.all(
        paths.map(async (path) => ({ path, bytes: await sizeOf(path) })),
      )
      for (const model of catalogue) {
        const found = model.downloads.map(({ bytes }) => sized.find((file) => file.bytes === bytes))
        if (runs.has(model.id) || found.some((file) => file === undefined)) continue
        const space = await checkSpace(model, 0)
        if (!space.ok) return space
        const parts = found.map((file) => ({ path: file?.path ?? '', isOurs: false }))
        void run(model.id, (entry) => finish(model, entry, parts))
        return ok(undefined)
      }
      return fail('model-unknown-file')
    },
    /** Copies a person's own model, which is recognised by its files. */
    async addFolder(from: string): Promise<Result<{ readonly id: string }>> {
      const recognised = await options.recognise(from)
      if (!recognised.ok) return fail('model-not-recognised', recognised.error.detail)
      const files = filesOfOwn(recognised.value)
      if (files === null) return fail('model-not-recognised', 'a name of a file')
      const model = describeOwn(from, recognised.value)
      const into = join(incoming(model.id), 'unpacked')
      const never = new AbortController().signal
      const job = { from, files, into }
      const adopted = await options.runJob({ kind: 'adopt', job }, never)
      if (!adopted.ok) return adopted
      const placed = await place({ ...model, files: adopted.value }, into)
      onChange()
      return placed.ok ? ok({ id: model.id }) : placed
    },
    /** The engine ended while it loaded or ran this model; returns whether it is set aside now. */
    crashed(id: string): boolean {
      const isAside = setAside.count(id)
      if (isAside) {
        errors.set(id, errorValue('model-set-aside'))
        onChange()
      }
      return isAside
    },
    /** Lets a model that was set aside be loaded again. */
    tryAgain(id: string): Result<undefined> {
      setAside.forget(id)
      errors.delete(id)
      onChange()
      return ok(undefined)
    },
    /** Stops everything; what has arrived stays for the next start. */
    stop(): void {
      for (const { controller } of runs.values()) controller.abort()
    },
  }

  /** The folder after it was made, so that its disk can be asked. */
  function existing(path: string): string {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return path
  }
}

function bytesOf({ downloads }: CatalogueModel): number {
  return downloads.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** The address of a file, or of its copy on a mirror. */
function addressOf(url: string, mirror: string): string {
  return mirror === '' ? url : `${mirror.replace(/\/+$/, '')}/${basename(url)}`
}
