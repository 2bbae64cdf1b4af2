import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('zh')

export const minutes: Translation['window']['minutes'] = {
  tab: '摘要',
  tabs: '文字记录旁边',
  show: '摘要',
  write: '撰写',
  again: '重写',
  undo: '撤销',
  redo: '重做',
  retry: '重试',
  template: '模板',
  goTo: (time) => `从 ${time} 播放`,
  task: (who, what) => (who === null ? what : `${who}：${what}`),
  who: (who, when) => (when === null ? `${who}：` : `${who}，${when}：`),
  nobody: (when) => `截止 ${when}：`,
  notFound: '在文字记录中未找到',
  notFoundCount: (count) => plural(count, { other: '有 # 行不会导出。' }),
  notFoundLine: (line) => `“${line}”：没有发言支持这一行。`,
  cut: '回答过长，缺少结尾。',
  empty: '此会议没有属于这里的内容。',
  running: (model, step, steps) =>
    steps === 1
      ? `${model} 正在阅读会议`
      : step === steps
        ? `${model} 正在合并 ${steps - 1} 个部分`
        : `${model} 正在阅读第 ${step} 部分，共 ${steps - 1} 部分`,
  waiting: '正在等待模型',
  provider: {
    ollama: 'Ollama，在这台电脑上',
    'lm-studio': 'LM Studio，在这台电脑上',
    'llama-cpp': 'llama.cpp，在这台电脑上',
    assemblyai: 'AssemblyAI LLM Gateway',
    other: '自己的服务器',
  },
  took: (time) => `用时 ${time}`,
  tokens: (count) => `${count} 个 token`,
  price: (dollars) => `约 ${dollars} 美元`,
  ask: {
    tab: '提问',
    label: '输入问题',
    button: '提问',
    scope: '范围',
    thisMeeting: '此会议',
    allMeetings: '所有会议',
    toAll: (question) => `${question}（所有会议）`,
    intro: '模型根据发言内容回答，并附上对应的时刻。如果没有人说过，回答会如实说明。',
    notSaid: '没有人说过这一点。',
  },
  suggestion: {
    label: '标题和标签',
    ask: '建议标题和标签',
    asking: '正在等待标题和标签',
    title: '建议的标题',
    tags: '建议的标签',
    use: '使用',
    useTitle: (title) => `使用标题“${title}”`,
    add: (tag) => `添加标签“${tag}”`,
    addAll: '全部添加',
    dismiss: '忽略',
    notSaid: '虚线：会议中没有说过这些词。',
  },

  start: {
    title: '还没有内容',
    text: '只有点击“撰写”或请求建议标题和标签时，文字记录才会发送到所选的模型。回答的每一行都会与会议内容核对。',
  },
  none: {
    title: '摘要、决定和任务',
    text: '语言模型可以仅根据文字记录，写出决定了什么，以及谁在何时之前做什么。每一行都关联到所依据的时刻，没有人说过的内容会显示为未找到。它还可以建议标题和标签。',
    where:
      '模型可以通过 Ollama、LM Studio 或 llama.cpp 在这台电脑上运行，数据不会离开电脑。也可以使用公司的服务器，或通过 API 密钥使用 AssemblyAI 的 LLM Gateway。',
    nothing: '没有模型时，不会向任何地方发送内容。',
    choose: '选择模型',
  },
}

export const chat: Translation['window']['chat'] = {
  title: '摘要',
  intro: '语言模型可以总结会议。只有在提出要求时，模型才会收到会议的内容。',
  provider: '模型',
  none: '无',
  noneText: '不会向任何地方发送内容。',
  providers: {
    ollama: { name: 'Ollama', text: '在这台电脑上。请先启动 Ollama 并拉取模型。' },
    'lm-studio': { name: 'LM Studio', text: '在这台电脑上。请先启动其服务器。' },
    'llama-cpp': { name: 'llama.cpp', text: '在这台电脑上，使用 llama-server。' },
    assemblyai: {
      name: 'AssemblyAI LLM Gateway',
      text: '使用当前的 API 密钥及其区域。token 费用由账户支付。',
    },
    other: {
      name: '其他',
      text: '任何支持 OpenAI 聊天 API 的服务器，例如公司的服务器。',
    },
  },
  server: '服务器',
  address: '地址',
  addressText: {
    local: '在这台电脑上。留空则使用通常的地址。',
    other: '除非在这台电脑上，否则以 https 开头。留空时不会发送任何内容。',
  },
  model: '模型名称',
  modelText: '与服务器上的名称一致。',
  list: '列出模型',
  listing: '正在查询',
  listed: (count) => plural(count, { other: '服务器有 # 个模型。' }),
  pick: '服务器的模型',
  pickNone: '从列表中选择',
  key: '服务器的密钥',
  keyText: '保存在钥匙串中，只发送到此主机。',
  keyHint: '如果服务器需要，请粘贴密钥',
  hasKey: '已有此主机的密钥。',
  save: '保存',
  saving: '正在保存',
  remove: '移除密钥',
  price: '价格',
  priceInput: '每百万读取 token 的美元价格',
  priceOutput: '每百万写出 token 的美元价格',
  priceText: '用于摘要旁的估算。如果不清楚，请留空。',
  priceBad: '请输入金额，例如 0.25。',
  templates: '模板',
  templatesText:
    '摘要包含的内容。每个模板都是一个 Markdown 文件，可以编辑、添加和共享。如果模板的名称是会议的标签之一，或出现在会议标题中，会议就会使用该模板。',
  templatesFolder: '打开文件夹',
}
