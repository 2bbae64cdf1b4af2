import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ar-u-nu-latn')
const orMore = (text: string, more: boolean) => (more ? `${text} على الأقل` : text)
const countMatches = (count: number) =>
  plural(count, {
    one: 'نتيجة واحدة',
    two: 'نتيجتان',
    few: '# نتائج',
    many: '# نتيجة',
    other: '# نتيجة',
  })
const inMeetings = (count: number) =>
  plural(count, {
    one: 'في اجتماع واحد',
    two: 'في اجتماعين',
    few: 'في # اجتماعات',
    many: 'في # اجتماعًا',
    other: 'في # اجتماع',
  })
const countMeetings = (count: number) =>
  plural(count, {
    zero: 'لا اجتماعات',
    one: 'اجتماع واحد',
    two: 'اجتماعان',
    few: '# اجتماعات',
    many: '# اجتماعًا',
    other: '# اجتماع',
  })

export const library: Translation['window']['library'] = {
  search: {
    field: 'البحث في كل ما قيل',
    clear: 'مسح البحث',
    results: 'نتائج البحث',
    nothing: 'لا توجد نتائج',
    nothingText: 'يطابق Parley بدايات الكلمات. للعثور على عبارة كما كُتبت، تُوضع بين علامتي تنصيص.',
    searching: 'جارٍ البحث',
    found: (matches, meetings, more) =>
      orMore(`${countMatches(matches)} ${inMeetings(meetings)}`, more),
    meetings: (meetings, more) => orMore(countMeetings(meetings), more),
    moreOfMeeting: (count) =>
      plural(count, {
        one: 'نتيجة أخرى في هذا الاجتماع',
        two: 'نتيجتان أخريان في هذا الاجتماع',
        few: '# نتائج أخرى في هذا الاجتماع',
        many: '# نتيجة أخرى في هذا الاجتماع',
        other: '# نتيجة أخرى في هذا الاجتماع',
      }),
    moreMeetings: 'المزيد من الاجتماعات',
    filters: 'عوامل التصفية',
    speaker: 'المتحدث',
    anybody: 'أي شخص',
    tag: 'الوسم',
    anyTag: 'أي وسم',
    when: 'متى',
    times: {
      any: 'أي وقت',
      week: 'آخر 7 أيام',
      month: 'آخر 30 يومًا',
      year: 'آخر 12 شهرًا',
    },
    note: 'ملاحظة',
    speaks: 'يتحدث في هذا الاجتماع',
  },
  date: {
    edit: 'تغيير التاريخ',
    field: 'تاريخ الاجتماع ووقته',
  },
  title: {
    edit: 'إعادة تسمية',
    field: 'عنوان الاجتماع',
  },
  tags: {
    label: 'الوسوم',
    add: 'إضافة وسم',
    field: 'وسم جديد',
    remove: (tag) => `إزالة الوسم ${tag}`,
    find: (tag) => `عرض الاجتماعات التي تحمل الوسم ${tag}`,
  },
  menu: {
    label: 'المزيد',
    open: 'فتح',
    rename: 'إعادة تسمية',
    bin: 'نقل إلى سلة المحذوفات',
    restore: 'استعادة',
    delete: 'حذف الآن',
  },
  bin: {
    title: 'سلة المحذوفات',
    row: (count) => `سلة المحذوفات (${count})`,
    text: 'تبقى الاجتماعات هنا 30 يومًا مع صوتها وملاحظاتها. ثم تُحذف نهائيًا.',
    empty: 'إفراغ سلة المحذوفات',
    isEmpty: 'سلة المحذوفات فارغة',
    moved: (title) => `نُقل ${title} إلى سلة المحذوفات.`,
    undo: 'تراجع',
    left: (days) =>
      plural(days, {
        zero: 'اليوم الأخير',
        one: 'بقي يوم واحد',
        two: 'بقي يومان',
        few: 'بقيت # أيام',
        many: 'بقي # يومًا',
        other: 'بقي # يوم',
      }),
    confirmDelete: (title) => `هل تريد حذف ${title} نهائيًا؟`,
    confirmDeleteText: 'سيُحذف نصه وملاحظاته وصوته من هذا الكمبيوتر الآن.',
    confirmEmpty: (count) =>
      plural(count, {
        one: 'هل تريد حذف اجتماع واحد نهائيًا؟',
        two: 'هل تريد حذف اجتماعين نهائيًا؟',
        few: 'هل تريد حذف # اجتماعات نهائيًا؟',
        many: 'هل تريد حذف # اجتماعًا نهائيًا؟',
        other: 'هل تريد حذف # اجتماع نهائيًا؟',
      }),
    confirmEmptyText: 'ستُحذف نصوصها وملاحظاتها وأصواتها من هذا الكمبيوتر الآن.',
    delete: 'حذف نهائي',
  },
}
