import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ja')

export const minutes: Translation['window']['minutes'] = {
  tab: '要約',
  tabs: '文字起こしの横',
  show: '要約',
  write: '作成',
  again: '再作成',
  undo: '取り消す',
  redo: 'やり直す',
  retry: '再試行',
  template: 'テンプレート',
  goTo: (time) => `${time} から再生`,
  task: (who, what) => (who === null ? what : `${who}：${what}`),
  who: (who, when) => (when === null ? `${who}：` : `${who}、${when}：`),
  nobody: (when) => `期限 ${when}：`,
  notFound: '文字起こしに見つかりません',
  notFoundCount: (count) => plural(count, { other: '# 行はエクスポートに含まれません。' }),
  notFoundLine: (line) => `「${line}」：この行の根拠となる発言がありません。`,
  cut: '回答が長すぎたため、末尾が欠けています。',
  empty: 'この会議に該当する内容はありません。',
  running: (model, step, steps) =>
    steps === 1
      ? `${model} が会議を読んでいます`
      : step === steps
        ? `${model} が ${steps - 1} 個の部分をまとめています`
        : `${model} が ${steps - 1} 個のうち ${step} 個目の部分を読んでいます`,
  waiting: 'モデルを待っています',
  provider: {
    ollama: 'Ollama（このコンピューター）',
    'lm-studio': 'LM Studio（このコンピューター）',
    'llama-cpp': 'llama.cpp（このコンピューター）',
    assemblyai: 'AssemblyAI LLM Gateway',
    other: '自分のサーバー',
  },
  took: (time) => `所要時間 ${time}`,
  tokens: (count) => `${count} トークン`,
  price: (dollars) => `約 ${dollars} 米ドル`,
  ask: {
    tab: '質問',
    label: '質問を入力',
    button: '質問する',
    scope: '対象',
    thisMeeting: 'この会議',
    allMeetings: 'すべての会議',
    toAll: (question) => `${question}（すべての会議）`,
    intro:
      'モデルは、発言の内容とその時点をもとに答えます。誰も話していないことは、そのように答えます。',
    notSaid: 'これについての発言はありませんでした。',
  },
  suggestion: {
    label: 'タイトルとタグ',
    ask: 'タイトルとタグを提案',
    asking: 'タイトルとタグを待っています',
    title: 'タイトルの提案',
    tags: 'タグの提案',
    use: '使う',
    useTitle: (title) => `タイトル「${title}」を使う`,
    add: (tag) => `タグ「${tag}」を追加`,
    addAll: 'すべて追加',
    dismiss: '閉じる',
    notSaid: '破線：会議ではこれらの言葉は話されていません。',
  },

  start: {
    title: 'まだ作成されていません',
    text: '「作成」を押したとき、またはタイトルとタグの提案を求めたときにだけ、選んだモデルに文字起こしが送信されます。回答の各行は、会議の言葉と照合されます。',
  },
  none: {
    title: '要約、決定事項、タスク',
    text: '言語モデルは、文字起こしだけをもとに、何が決まったか、誰が何をいつまでに行うかを書き出せます。各行は根拠となる時点に結び付けられ、誰も話していない内容は「見つかりません」と表示されます。タイトルとタグも提案できます。',
    where:
      'モデルは Ollama、LM Studio、llama.cpp を使ってこのコンピューターで動かせるため、データは外に出ません。会社のサーバーや、API キーを使った AssemblyAI の LLM Gateway も使えます。',
    nothing: 'モデルがなければ、どこにも何も送信されません。',
    choose: 'モデルを選択',
  },
}

export const chat: Translation['window']['chat'] = {
  title: '要約',
  intro: '言語モデルで会議を要約できます。会議の言葉は、指示したときにだけモデルに渡されます。',
  provider: 'モデル',
  none: 'なし',
  noneText: 'どこにも何も送信されません。',
  providers: {
    ollama: {
      name: 'Ollama',
      text: 'このコンピューターで実行します。先に Ollama を起動し、モデルを取得してください。',
    },
    'lm-studio': {
      name: 'LM Studio',
      text: 'このコンピューターで実行します。先にサーバーを起動してください。',
    },
    'llama-cpp': {
      name: 'llama.cpp',
      text: 'このコンピューターで、llama-server を使って実行します。',
    },
    assemblyai: {
      name: 'AssemblyAI LLM Gateway',
      text: '使用中の API キーを、そのゾーンで使います。トークンの料金はお使いのアカウントに請求されます。',
    },
    other: {
      name: 'その他',
      text: '会社のサーバーなど、OpenAI のチャット API に対応したサーバー。',
    },
  },
  server: 'サーバー',
  address: 'アドレス',
  addressText: {
    local: 'このコンピューター上です。空のままにすると、通常のアドレスを使います。',
    other:
      'このコンピューター上でない場合は、https で始まるアドレスにします。空の間は、何も送信されません。',
  },
  model: 'モデルの名前',
  modelText: 'サーバーで使われている名前。',
  list: 'モデルを一覧表示',
  listing: '問い合わせ中',
  listed: (count) => plural(count, { other: 'サーバーに # 個のモデルがあります。' }),
  pick: 'サーバーのモデル',
  pickNone: '一覧から選択',
  key: 'サーバーのキー',
  keyText: 'キーチェーンに保存され、このホストにのみ送信されます。',
  keyHint: 'サーバーに必要な場合、キーを貼り付け',
  hasKey: 'このホストのキーが保存されています。',
  save: '保存',
  saving: '保存中',
  remove: 'キーを削除',
  price: '料金',
  priceInput: '読み取り 100 万トークンあたりの米ドル',
  priceOutput: '書き出し 100 万トークンあたりの米ドル',
  priceText: '要約の横に表示する見積もりに使います。わからない場合は空のままにしてください。',
  priceBad: '0.25 のような金額を入力してください。',
  templates: 'テンプレート',
  templatesText:
    '要約に含める内容です。各テンプレートは、編集、追加、共有できる Markdown ファイルです。会議には、タグまたはタイトルに名前が含まれるテンプレートが使われます。',
  templatesFolder: 'フォルダーを開く',
}
