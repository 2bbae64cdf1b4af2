import type { ChatProvider } from '../../../model/chat'

/** What a language model wrote about a meeting, in the pane beside the transcript. */
export const minutes = {
  tab: 'Summary',
  tabs: 'Beside the transcript',
  show: 'Summary',
  write: 'Write',
  again: 'Again',
  undo: 'Undo',
  redo: 'Redo',
  retry: 'Try again',
  template: 'Template',
  goTo: (time: string) => `Play from ${time}`,
  task: (who: string | null, what: string) => (who === null ? what : `${who}: ${what}`),
  who: (who: string, when: string | null) => (when === null ? `${who}:` : `${who}, ${when}:`),
  nobody: (when: string) => `By ${when}:`,
  notFound: 'Not found in the transcript',
  notFoundCount: (count: number) =>
    count === 1 ? '1 line is left out of exports.' : `${count} lines are left out of exports.`,
  notFoundLine: (line: string) => `"${line}": no turn supports this line.`,
  cut: 'The answer was too long, so its end is missing.',
  empty: 'Nothing in this meeting belongs here.',
  running: (model: string, step: number, steps: number) =>
    steps === 1
      ? `${model} is reading the meeting`
      : step === steps
        ? `${model} is joining ${steps - 1} parts`
        : `${model} is reading part ${step} of ${steps - 1}`,
  waiting: 'Waiting for the model',
  provider: {
    ollama: 'Ollama, on this computer',
    'lm-studio': 'LM Studio, on this computer',
    'llama-cpp': 'llama.cpp, on this computer',
    assemblyai: 'AssemblyAI LLM Gateway',
    other: 'your server',
  } satisfies Record<ChatProvider, string>,
  took: (time: string) => `took ${time}`,
  tokens: (count: string) => `${count} tokens`,
  price: (dollars: string) => `about ${dollars} US dollars`,

  ask: {
    tab: 'Ask',
    label: 'Ask a question',
    button: 'Ask',
    scope: 'Where to look',
    thisMeeting: 'This meeting',
    allMeetings: 'All meetings',
    toAll: (question: string) => `${question} (all meetings)`,
    intro:
      'The model answers from what was said, with the moments. If nobody said it, that is the answer.',
    notSaid: 'This was not said.',
  },

  suggestion: {
    label: 'Title and tags',
    ask: 'Suggest a title and tags',
    asking: 'Waiting for a title and tags',
    title: 'Suggested title',
    tags: 'Suggested tags',
    use: 'Use',
    useTitle: (title: string) => `Use the title ${title}`,
    add: (tag: string) => `Add the tag ${tag}`,
    addAll: 'Add all',
    dismiss: 'Dismiss',
    notSaid: 'Dashed: none of these words was said in the meeting.',
  },

  start: {
    title: 'Nothing written yet',
    text: 'The transcript is sent to the model that you chose, when you press Write or ask for a title and tags, and not before. Each line of the answer is checked against the words of the meeting.',
  },
  none: {
    title: 'Summary, decisions and tasks',
    text: 'A language model can write what was decided and who does what by when, from the transcript and nothing else. Each line is tied to the moment it rests on, and what nobody said is shown as not found. It can also suggest a title and tags.',
    where:
      'The model can run on this computer with Ollama, LM Studio or llama.cpp, so that nothing leaves it. It can be a server of your company, or the LLM Gateway of AssemblyAI with your key.',
    nothing: 'Without a model, nothing is sent anywhere.',
    choose: 'Choose a model',
  },
} as const

/** The Summaries page of the settings. */
export const chat = {
  title: 'Summaries',
  intro:
    'A language model can summarise a meeting. It gets the words of a meeting only when you ask it to.',
  provider: 'Model',
  none: 'None',
  noneText: 'Nothing is sent anywhere.',
  providers: {
    ollama: { name: 'Ollama', text: 'On this computer. Start Ollama and pull a model first.' },
    'lm-studio': { name: 'LM Studio', text: 'On this computer. Start its server first.' },
    'llama-cpp': { name: 'llama.cpp', text: 'On this computer, with llama-server.' },
    assemblyai: {
      name: 'AssemblyAI LLM Gateway',
      text: 'With the key in use, in its zone. Your account pays for the tokens.',
    },
    other: {
      name: 'Other',
      text: 'Any server with the chat API of OpenAI, such as one of your company.',
    },
  } satisfies Record<ChatProvider, { name: string; text: string }>,
  server: 'Server',
  address: 'Address',
  addressText: {
    local: 'On this computer. Leave empty for the usual address.',
    other:
      'It begins with https, unless it is on this computer. While it is empty, nothing is sent.',
  },
  model: 'Name of the model',
  modelText: 'As the server calls it.',
  list: 'List models',
  listing: 'Asking',
  listed: (count: number) =>
    count === 1 ? 'The server has 1 model.' : `The server has ${count} models.`,
  pick: 'Models of the server',
  pickNone: 'Choose from the list',
  key: 'Key of the server',
  keyText: 'It is kept in the keychain and sent to this host only.',
  keyHint: 'Paste the key, if the server needs one',
  hasKey: 'There is a key for this host.',
  save: 'Save',
  saving: 'Saving',
  remove: 'Remove the key',
  price: 'Price',
  priceInput: 'US dollars for a million tokens read',
  priceOutput: 'US dollars for a million tokens written',
  priceText: 'For the estimate beside a summary. Leave empty if you do not know.',
  priceBad: 'Enter an amount such as 0.25.',
  templates: 'Templates',
  templatesText:
    'What a summary contains. Each template is a Markdown file that you can edit, add and share. A meeting gets the template whose name is one of its tags or is in its title.',
  templatesFolder: 'Open the folder',
} as const
