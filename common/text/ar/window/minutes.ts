import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ar-u-nu-latn')

export const minutes: Translation['window']['minutes'] = {
  tab: 'الملخص',
  tabs: 'بجانب النص',
  show: 'الملخص',
  write: 'كتابة',
  again: 'من جديد',
  undo: 'تراجع',
  redo: 'إعادة',
  retry: 'المحاولة مرة أخرى',
  template: 'القالب',
  goTo: (time) => `التشغيل من ${time}`,
  task: (who, what) => (who === null ? what : `${who}: ${what}`),
  who: (who, when) => (when === null ? `${who}:` : `${who}، ${when}:`),
  nobody: (when) => `الموعد ${when}:`,
  notFound: 'لا يوجد في النص',
  notFoundCount: (count) =>
    plural(count, {
      one: 'سطر واحد لا يُصدَّر.',
      two: 'سطران لا يُصدَّران.',
      few: '# أسطر لا تُصدَّر.',
      many: '# سطرًا لا تُصدَّر.',
      other: '# سطر لا تُصدَّر.',
    }),
  notFoundLine: (line) => `«${line}»: لا توجد مداخلة تؤيد هذا السطر.`,
  cut: 'كانت الإجابة أطول من اللازم، لذا نهايتها ناقصة.',
  empty: 'لا شيء في هذا الاجتماع يخص هذا القسم.',
  running: (model, step, steps) => {
    if (steps === 1) return `يقرأ ${model} الاجتماع`
    return step === steps
      ? `يجمع ${model} الأجزاء، وعددها ${steps - 1}`
      : `يقرأ ${model} الجزء ${step} من ${steps - 1}`
  },
  waiting: 'بانتظار النموذج',
  provider: {
    ollama: 'Ollama، على هذا الكمبيوتر',
    'lm-studio': 'LM Studio، على هذا الكمبيوتر',
    'llama-cpp': 'llama.cpp، على هذا الكمبيوتر',
    assemblyai: 'AssemblyAI LLM Gateway',
    other: 'خادمك',
  },
  took: (time) => `استغرق ${time}`,
  tokens: (count) => `عدد الرموز ${count}`,
  price: (dollars) => `نحو ${dollars}\u00a0دولار أمريكي`,
  ask: {
    tab: 'سؤال',
    label: 'طرح سؤال',
    button: 'سؤال',
    scope: 'مكان البحث',
    thisMeeting: 'هذا الاجتماع',
    allMeetings: 'كل الاجتماعات',
    toAll: (question) => `${question} (كل الاجتماعات)`,
    intro: 'يجيب النموذج مما قيل، مع ذكر اللحظات. وإذا لم يقل أحد ذلك، فهذه هي الإجابة.',
    notSaid: 'لم يُذكر هذا.',
  },
  suggestion: {
    label: 'العنوان والوسوم',
    ask: 'اقتراح عنوان ووسوم',
    asking: 'في انتظار عنوان ووسوم',
    title: 'العنوان المقترح',
    tags: 'الوسوم المقترحة',
    use: 'استخدام',
    useTitle: (title) => `استخدام العنوان ${title}`,
    add: (tag) => `إضافة الوسم ${tag}`,
    addAll: 'إضافة الكل',
    dismiss: 'تجاهل',
    notSaid: 'بخط متقطع: لم تُقل أي من هذه الكلمات في الاجتماع.',
  },

  start: {
    title: 'لم يُكتب شيء بعد',
    text: 'يُرسل النص إلى النموذج المختار عند الضغط على «كتابة» أو طلب عنوان ووسوم، وليس قبل ذلك. ويُقارَن كل سطر من الإجابة بكلمات الاجتماع.',
  },
  none: {
    title: 'الملخص والقرارات والمهام',
    text: 'يستطيع نموذج لغوي كتابة ما تقرر ومن يفعل ماذا ومتى، من النص وحده. يرتبط كل سطر باللحظة التي يستند إليها، وما لم يقله أحد يظهر على أنه غير موجود. ويمكنه أيضًا اقتراح عنوان ووسوم.',
    where:
      'يمكن أن يعمل النموذج على هذا الكمبيوتر باستخدام Ollama أو LM Studio أو llama.cpp، فلا يغادره شيء. ويمكن أن يكون خادمًا لشركتك، أو LLM Gateway من AssemblyAI بمفتاحك.',
    nothing: 'دون نموذج، لا يُرسل شيء إلى أي مكان.',
    choose: 'اختيار نموذج',
  },
}

export const chat: Translation['window']['chat'] = {
  title: 'الملخصات',
  intro: 'يستطيع نموذج لغوي تلخيص اجتماع. ولا يحصل على كلمات الاجتماع إلا عندما يُطلب منه ذلك.',
  provider: 'النموذج',
  none: 'بلا نموذج',
  noneText: 'لا يُرسل شيء إلى أي مكان.',
  providers: {
    ollama: {
      name: 'Ollama',
      text: 'على هذا الكمبيوتر. يُرجى أولًا تشغيل Ollama وتنزيل نموذج.',
    },
    'lm-studio': { name: 'LM Studio', text: 'على هذا الكمبيوتر. يُرجى أولًا تشغيل خادمه.' },
    'llama-cpp': { name: 'llama.cpp', text: 'على هذا الكمبيوتر، باستخدام llama-server.' },
    assemblyai: {
      name: 'AssemblyAI LLM Gateway',
      text: 'بالمفتاح المستخدم، في منطقته. ويدفع حسابك مقابل الرموز.',
    },
    other: {
      name: 'آخر',
      text: 'أي خادم بواجهة المحادثة البرمجية من OpenAI، مثل خادم لشركتك.',
    },
  },
  server: 'الخادم',
  address: 'العنوان',
  addressText: {
    local: 'على هذا الكمبيوتر. يُترك فارغًا لاستخدام العنوان المعتاد.',
    other: 'يبدأ بـ https، إلا إذا كان على هذا الكمبيوتر. ما دام فارغًا، لا يُرسل شيء.',
  },
  model: 'اسم النموذج',
  modelText: 'كما يسمّيه الخادم.',
  list: 'عرض النماذج',
  listing: 'جارٍ السؤال',
  listed: (count) =>
    plural(count, {
      zero: 'لا توجد نماذج على الخادم.',
      one: 'يوجد نموذج واحد على الخادم.',
      two: 'يوجد نموذجان على الخادم.',
      few: 'توجد # نماذج على الخادم.',
      many: 'يوجد # نموذجًا على الخادم.',
      other: 'يوجد # نموذج على الخادم.',
    }),
  pick: 'نماذج الخادم',
  pickNone: 'الاختيار من القائمة',
  key: 'مفتاح الخادم',
  keyText: 'يُحفظ في سلسلة المفاتيح ولا يُرسل إلا إلى هذا المضيف.',
  keyHint: 'لصق المفتاح، إذا كان الخادم يحتاجه',
  hasKey: 'يوجد مفتاح لهذا المضيف.',
  save: 'حفظ',
  saving: 'جارٍ الحفظ',
  remove: 'إزالة المفتاح',
  price: 'السعر',
  priceInput: 'دولار أمريكي لكل مليون رمز مقروء',
  priceOutput: 'دولار أمريكي لكل مليون رمز مكتوب',
  priceText: 'للتقدير بجانب الملخص. يُترك فارغًا إذا لم يكن معروفًا.',
  priceBad: 'يُرجى إدخال مبلغ مثل 0.25.',
  templates: 'القوالب',
  templatesText:
    'ما يحتويه الملخص. كل قالب ملف Markdown يمكن تعديله وإضافته ومشاركته. يحصل الاجتماع على القالب الذي يكون اسمه أحد وسومه أو يرد في عنوانه.',
  templatesFolder: 'فتح المجلد',
}
