import type { Minutes } from '../../../common/model'

/** Minutes of the general template with one line in most sections. */
export const someMinutes: Minutes = {
  template: 'General',
  provider: 'ollama',
  model: 'small-model',
  writtenAt: Date.UTC(2026, 10, 25, 11, 40),
  tookMs: 14_000,
  tokens: { input: 1_200, output: 80 },
  cents: null,
  isCut: false,
  sections: [
    { title: 'Summary', kind: 'text', lines: [] },
    {
      title: 'Decisions',
      kind: 'text',
      lines: [
        {
          text: 'Travel stays at the plan <for now>',
          who: null,
          byWhen: null,
          isDone: false,
          moments: [4_340_000, 4_364_000],
        },
      ],
    },
    {
      title: 'Tasks',
      kind: 'tasks',
      lines: [
        {
          text: 'tell finance',
          who: 'Dana',
          byWhen: 'today',
          isDone: false,
          moments: [4_364_000],
        },
        { text: 'cut two visits', who: 'Me', byWhen: null, isDone: true, moments: [4_301_000] },
      ],
    },
  ],
  notFound: ['Training is cut by 10 percent.'],
}
