import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('pt')

export const minutes: Translation['window']['minutes'] = {
  tab: 'Resumo',
  tabs: 'Ao lado da transcrição',
  show: 'Resumo',
  write: 'Escrever',
  again: 'De novo',
  undo: 'Desfazer',
  redo: 'Refazer',
  retry: 'Tentar novamente',
  template: 'Modelo de resumo',
  goTo: (time) => `Reproduzir a partir de ${time}`,
  task: (who, what) => (who === null ? what : `${who}: ${what}`),
  who: (who, when) => (when === null ? `${who}:` : `${who}, ${when}:`),
  nobody: (when) => `Até ${when}:`,
  notFound: 'Não encontrado na transcrição',
  notFoundCount: (count) =>
    plural(count, {
      one: '# linha fica fora das exportações.',
      other: '# linhas ficam fora das exportações.',
    }),
  notFoundLine: (line) => `“${line}”: nenhuma fala sustenta esta linha.`,
  cut: 'A resposta era longa demais, então falta o final dela.',
  empty: 'Nada nesta reunião se encaixa aqui.',
  running: (model, step, steps) => {
    if (steps === 1) return `${model} está lendo a reunião`
    return step === steps
      ? `${model} está juntando ${steps - 1} partes`
      : `${model} está lendo a parte ${step} de ${steps - 1}`
  },
  waiting: 'Aguardando o modelo',
  provider: {
    ollama: 'Ollama, neste computador',
    'lm-studio': 'LM Studio, neste computador',
    'llama-cpp': 'llama.cpp, neste computador',
    assemblyai: 'AssemblyAI LLM Gateway',
    other: 'seu servidor',
  },
  took: (time) => `levou ${time}`,
  tokens: (count) => `${count} tokens`,
  price: (dollars) => `cerca de US$\u00a0${dollars}`,
  ask: {
    tab: 'Perguntar',
    label: 'Faça uma pergunta',
    button: 'Perguntar',
    scope: 'Onde procurar',
    thisMeeting: 'Esta reunião',
    allMeetings: 'Todas as reuniões',
    toAll: (question) => `${question} (todas as reuniões)`,
    intro:
      'O modelo responde com base no que foi dito, e mostra os momentos. Se ninguém disse, essa é a resposta.',
    notSaid: 'Isso não foi dito.',
  },
  suggestion: {
    label: 'Título e etiquetas',
    ask: 'Sugerir um título e etiquetas',
    asking: 'Esperando um título e etiquetas',
    title: 'Título sugerido',
    tags: 'Etiquetas sugeridas',
    use: 'Usar',
    useTitle: (title) => `Usar o título ${title}`,
    add: (tag) => `Adicionar a etiqueta ${tag}`,
    addAll: 'Adicionar todas',
    dismiss: 'Descartar',
    notSaid: 'Tracejado: nenhuma destas palavras foi dita na reunião.',
  },

  start: {
    title: 'Nada escrito ainda',
    text: 'A transcrição é enviada ao modelo que você escolheu quando você pressiona Escrever ou pede um título e etiquetas, e não antes. Cada linha da resposta é comparada com as palavras da reunião.',
  },
  none: {
    title: 'Resumo, decisões e tarefas',
    text: 'Um modelo de linguagem pode escrever o que foi decidido e quem faz o quê até quando, com base na transcrição e em nada mais. Cada linha é ligada ao momento em que se baseia, e o que ninguém disse aparece como não encontrado. Ele também pode sugerir um título e etiquetas.',
    where:
      'O modelo pode ser executado neste computador com Ollama, LM Studio ou llama.cpp, para que nada saia dele. Pode ser um servidor da sua empresa, ou o LLM Gateway da AssemblyAI com sua chave.',
    nothing: 'Sem um modelo, nada é enviado a lugar nenhum.',
    choose: 'Escolher um modelo',
  },
}

export const chat: Translation['window']['chat'] = {
  title: 'Resumos',
  intro:
    'Um modelo de linguagem pode resumir uma reunião. Ele só recebe as palavras de uma reunião quando você pede.',
  provider: 'Modelo',
  none: 'Nenhum',
  noneText: 'Nada é enviado a lugar nenhum.',
  providers: {
    ollama: {
      name: 'Ollama',
      text: 'Neste computador. Antes, inicie o Ollama e baixe um modelo.',
    },
    'lm-studio': { name: 'LM Studio', text: 'Neste computador. Antes, inicie o servidor dele.' },
    'llama-cpp': { name: 'llama.cpp', text: 'Neste computador, com llama-server.' },
    assemblyai: {
      name: 'AssemblyAI LLM Gateway',
      text: 'Com a chave em uso, na zona dela. Sua conta paga pelos tokens.',
    },
    other: {
      name: 'Outro',
      text: 'Qualquer servidor com a API de chat da OpenAI, como um da sua empresa.',
    },
  },
  server: 'Servidor',
  address: 'Endereço',
  addressText: {
    local: 'Neste computador. Deixe vazio para usar o endereço padrão.',
    other:
      'Começa com https, a menos que esteja neste computador. Enquanto estiver vazio, nada é enviado.',
  },
  model: 'Nome do modelo',
  modelText: 'Como o servidor o chama.',
  list: 'Listar modelos',
  listing: 'Consultando',
  listed: (count) =>
    plural(count, { one: 'O servidor tem # modelo.', other: 'O servidor tem # modelos.' }),
  pick: 'Modelos do servidor',
  pickNone: 'Escolher na lista',
  key: 'Chave do servidor',
  keyText: 'É guardada no chaveiro e enviada somente a este host.',
  keyHint: 'Cole a chave, se o servidor precisar de uma',
  hasKey: 'Há uma chave para este host.',
  save: 'Salvar',
  saving: 'Salvando',
  remove: 'Remover a chave',
  price: 'Preço',
  priceInput: 'Dólares (US$) por um milhão de tokens lidos',
  priceOutput: 'Dólares (US$) por um milhão de tokens escritos',
  priceText: 'Para a estimativa ao lado de um resumo. Deixe vazio se não souber.',
  priceBad: 'Insira um valor como 0,25.',
  templates: 'Modelos de resumo',
  templatesText:
    'O que um resumo contém. Cada modelo de resumo é um arquivo Markdown que você pode editar, adicionar e compartilhar. Uma reunião recebe o modelo de resumo cujo nome é uma de suas etiquetas ou está em seu título.',
  templatesFolder: 'Abrir a pasta',
}
