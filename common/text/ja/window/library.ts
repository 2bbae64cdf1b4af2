import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ja')
const orMore = (text: string, more: boolean) => (more ? `${text}以上` : text)
const meetingCount = (count: number) => plural(count, { other: '会議 # 件' })

export const library: Translation['window']['library'] = {
  search: {
    field: '発言をすべて検索',
    clear: '検索をクリア',
    results: '検索結果',
    nothing: '結果がありません',
    nothingText:
      'Parley は単語の先頭から照合します。語句をそのまま検索するには、引用符で囲んでください。',
    searching: '検索中',
    found: (places, meetings, more) =>
      `${orMore(plural(places, { other: '一致 # 件' }), more)}（${orMore(meetingCount(meetings), more)}）`,
    meetings: (meetings, more) => orMore(meetingCount(meetings), more),
    moreOfMeeting: (count) => plural(count, { other: 'この会議にほか # 件' }),
    moreMeetings: 'ほかの会議',
    filters: '絞り込み',
    speaker: '話者',
    anybody: '全員',
    tag: 'タグ',
    anyTag: 'すべてのタグ',
    when: '期間',
    times: {
      any: 'すべての期間',
      week: '過去 7 日間',
      month: '過去 30 日間',
      year: '過去 12 か月',
    },
    note: 'メモ',
    speaks: 'この会議で発言',
  },
  date: { edit: '日付を変更', field: '会議の日時' },
  title: { edit: '名前を変更', field: '会議のタイトル' },
  tags: {
    label: 'タグ',
    add: 'タグを追加',
    field: '新しいタグ',
    remove: (tag) => `タグ「${tag}」を削除`,
    find: (tag) => `タグ「${tag}」の付いた会議を表示`,
  },
  menu: {
    label: 'その他',
    open: '開く',
    rename: '名前を変更',
    bin: 'ゴミ箱に移動',
    restore: '元に戻す',
    delete: '今すぐ削除',
  },
  bin: {
    title: 'ゴミ箱',
    row: (count) => `ゴミ箱（${count}）`,
    text: '会議は音声とメモと一緒に 30 日間ここに残ります。その後、完全に削除されます。',
    empty: 'ゴミ箱を空にする',
    isEmpty: 'ゴミ箱は空です',
    moved: (title) => `「${title}」をゴミ箱に移動しました。`,
    undo: '取り消す',
    left: (days) => plural(days, { other: '残り # 日' }),
    confirmDelete: (title) => `「${title}」を完全に削除しますか？`,
    confirmDeleteText: 'テキスト、メモ、音声がこのコンピューターから今すぐ削除されます。',
    confirmEmpty: (count) => plural(count, { other: '# 件の会議を完全に削除しますか？' }),
    confirmEmptyText: 'テキスト、メモ、音声がこのコンピューターから今すぐ削除されます。',
    delete: '完全に削除',
  },
}
