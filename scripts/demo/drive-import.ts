// Imports files into the app as a person would. scripts/commands/demo.ts starts it in a session, with
// the path of an ImportPlan as JSON. What it finds is written to result.json in the output folder.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright'
import { ok, type ErrorValue } from '../../common/errors'
import { allWords, type PackedWords } from '../../common/model'
import { goodKey, startToneService } from '../../test/service/tone-service'
import { launchSpec } from '../launch'
import { importedWords, type ImportedWord } from './imported-words'
import { call, engineReady, meetingsOf, windowPage, type WindowGlobals } from './window'

/** What the driver must know. */
export interface ImportPlan {
  readonly files: readonly { readonly name: string; readonly path: string }[]
  readonly tones: boolean
}

/** What became of a file. */
interface Imported {
  /** As it was named on the command line. */
  readonly file: string
  /** `done`, or the code of the error. */
  readonly outcome: string
  /** What the app says, or null if all is well. */
  readonly sentence: string | null
  readonly title: string | null
  /** In ms since 1970. */
  readonly startedAt: number | null
  readonly durationMs: number | null
  readonly words: readonly ImportedWord[]
}

const launchMs = 60_000
/** A file that takes longer is reported as stuck. */
const longestImportMs = 30 * 60_000

const [, , planFile = ''] = process.argv
const output = process.env.PARLEY_OUTPUT ?? ''
const plan = JSON.parse(await readFile(planFile, 'utf8')) as ImportPlan

const service = plan.tones ? await startToneService() : null
const app = await _electron.launch({
  ...launchSpec({ args: service ? [`--service-url=${service.url}`] : [] }),
  timeout: launchMs,
})
try {
  const page = await windowPage(app)
  await chooseEngine(page)
  const problems: ErrorValue[] = []
  await page.exposeFunction('parleyDemoProblem', (error: ErrorValue) => void problems.push(error))
  await page.evaluate(() => {
    const { parley, parleyDemoProblem } = globalThis as unknown as WindowGlobals
    parley.on('imports:failed', (error) => void parleyDemoProblem(error))
  })
  const results: Imported[] = []
  for (const file of plan.files) {
    problems.length = 0
    const found = await importFile(page, file, problems)
    results.push(...found)
    for (const { outcome, words } of found) {
      process.stdout.write(`${file.name}: ${outcome}, ${words.length} words\n`)
    }
  }
  await writeFile(join(output, 'result.json'), `${JSON.stringify(results, null, 2)}\n`)
} finally {
  await app.close()
  await service?.close()
}

async function chooseEngine(page: Page): Promise<void> {
  if (plan.tones) {
    const key = { name: 'Demo', zone: 'default', key: goodKey, keep: 'memory' } as const
    await call(page, 'keys:add', key)
    await call(page, 'settings:set', { engine: 'service' })
  } else {
    await call(page, 'settings:set', { engine: 'on-device' })
    await engineReady(page)
  }
}

async function importFile(
  page: Page,
  { name, path }: ImportPlan['files'][number],
  problems: readonly ErrorValue[],
): Promise<Imported[]> {
  const before = new Set((await meetingsOf(page)).map(({ id }) => id))
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    // The question before the contents of a folder are imported: yes.
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  }, path)
  const refused = await chooseFiles(page)
  const stuck = refused === null && !(await imported(page))
  const meetings = (await meetingsOf(page)).filter(({ id }) => !before.has(id))
  const problem = refused ?? problems[0] ?? null
  if (meetings.length === 0) {
    return [
      {
        file: name,
        outcome: stuck ? 'stuck' : (problem?.code ?? 'nothing'),
        sentence: problem ? sentenceOf(problem) : null,
        ...{ title: null, startedAt: null, durationMs: null, words: [] },
      },
    ]
  }
  const found: Imported[] = []
  for (const { id, title, startedAt, durationMs } of meetings.reverse()) {
    const text = await call(page, 'meetings:get', { id })
    const words = importedWords(text, await wordsOf(page, id))
    const sentence = problem ? sentenceOf(problem) : null
    found.push({ file: name, outcome: 'done', sentence, title, startedAt, durationMs, words })
  }
  return found
}

async function wordsOf(page: Page, id: string): Promise<readonly PackedWords[]> {
  const parts = await allWords(async (after) =>
    ok(await call(page, 'meetings:words', { id, after })),
  )
  return parts.ok ? parts.value : []
}

/** What refused the choice at once, or null. */
async function chooseFiles(page: Page): Promise<ErrorValue | null> {
  const answer = await page.evaluate(() =>
    (globalThis as unknown as WindowGlobals).parley.call('imports:choose-files', undefined),
  )
  const result = answer as { readonly ok: boolean; readonly error?: ErrorValue }
  return result.ok ? null : (result.error ?? null)
}

/** Whether all files of the list became meetings with their words, or were refused. */
async function imported(page: Page): Promise<boolean> {
  for (let waited = 0; waited < longestImportMs; waited += 200) {
    if ((await call(page, 'imports:list', undefined)).length === 0) return true
    await page.waitForTimeout(200)
  }
  return false
}

function sentenceOf({ sentence, detail }: ErrorValue): string {
  return detail ? `${sentence} (${detail})` : sentence
}
