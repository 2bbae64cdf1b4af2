import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('zh')
const orMore = (text: string, more: boolean) => (more ? `至少 ${text}` : text)
const meetingCount = (count: number) => plural(count, { other: '# 个会议' })

export const library: Translation['window']['library'] = {
  search: {
    field: '搜索所有发言',
    clear: '清除搜索',
    results: '搜索结果',
    nothing: '没有结果',
    nothingText: 'Parley 按词的开头匹配。要查找完整的短语，请给它加上引号。',
    searching: '正在搜索',
    found: (places, meetings, more) =>
      orMore(`${meetingCount(meetings)}中有 ${plural(places, { other: '# 处匹配' })}`, more),
    meetings: (meetings, more) => orMore(meetingCount(meetings), more),
    moreOfMeeting: (count) => plural(count, { other: '此会议中还有 # 处' }),
    moreMeetings: '更多会议',
    filters: '筛选',
    speaker: '说话人',
    anybody: '任何人',
    tag: '标签',
    anyTag: '任何标签',
    when: '时间',
    times: {
      any: '任何时间',
      week: '最近 7 天',
      month: '最近 30 天',
      year: '最近 12 个月',
    },
    note: '笔记',
    speaks: '在此会议中发言',
  },
  date: { edit: '更改日期', field: '会议的日期和时间' },
  title: { edit: '重命名', field: '会议标题' },
  tags: {
    label: '标签',
    add: '添加标签',
    field: '新标签',
    remove: (tag) => `移除标签“${tag}”`,
    find: (tag) => `显示带有标签“${tag}”的会议`,
  },
  menu: {
    label: '更多',
    open: '打开',
    rename: '重命名',
    bin: '移到回收站',
    restore: '还原',
    delete: '立即删除',
  },
  bin: {
    title: '回收站',
    row: (count) => `回收站（${count}）`,
    text: '会议及其音频和笔记会在这里保留 30 天，之后将被永久删除。',
    empty: '清空回收站',
    isEmpty: '回收站是空的',
    moved: (title) => `已将“${title}”移到回收站。`,
    undo: '撤销',
    left: (days) => plural(days, { other: '还剩 # 天' }),
    confirmDelete: (title) => `永久删除“${title}”？`,
    confirmDeleteText: '其文字、笔记和音频将立即从这台电脑上删除。',
    confirmEmpty: (count) => plural(count, { other: '永久删除 # 个会议？' }),
    confirmEmptyText: '其文字、笔记和音频将立即从这台电脑上删除。',
    delete: '永久删除',
  },
}
