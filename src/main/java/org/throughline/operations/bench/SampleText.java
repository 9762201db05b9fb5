package org.throughline.operations.bench;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Made-up texts in six languages for measurements: the same seed gives the same texts. Words are drawn so that few
/// are frequent and many are rare, as in real texts, which is what makes compression and indexes behave
/// realistically.
final class SampleText {

    private static final Map<String, String> WORDS = Map.of(
            "en",
            "the of and to in for a that with on by as are from access digital public rural network broadband women youth schools data"
                    + " rights privacy security language content local community government private sector civil society review process"
                    + " action lines forum governance internet infrastructure affordable skills training health agriculture climate"
                    + " environment science employment business culture heritage media trust cooperation regional global national policy"
                    + " regulation investment finance fund gap divide inclusion disability accessibility standards measurement indicators"
                    + " partnership capacity building implementation progress challenge milestone emerging trends artificial intelligence",
            "fr",
            "le la les de des et à en pour un une que avec sur par dans accès numérique public rural réseau haut débit femmes jeunes écoles"
                    + " données droits vie privée sécurité langue contenu local communauté gouvernement secteur privé société civile examen"
                    + " processus grandes orientations forum gouvernance infrastructure abordable compétences formation santé agriculture climat"
                    + " environnement science emploi culture patrimoine médias confiance coopération régional mondial national politique"
                    + " réglementation investissement financement fracture inclusion handicap accessibilité normes mesure indicateurs",
            "es",
            "el la los las de y a en para un una que con sobre por acceso digital público rural red banda ancha mujeres jóvenes escuelas"
                    + " datos derechos privacidad seguridad lengua contenido local comunidad gobierno sector privado sociedad civil examen"
                    + " proceso líneas acción foro gobernanza infraestructura asequible competencias formación salud agricultura clima"
                    + " medio ambiente ciencia empleo cultura patrimonio medios confianza cooperación regional mundial nacional política",
            "ru",
            "и в на по для с от к о из доступ цифровой государственный сельский сеть широкополосный женщины молодежь школы данные права"
                    + " безопасность язык контент местный сообщество правительство частный сектор гражданское общество обзор процесс"
                    + " направления деятельности форум управление интернет инфраструктура доступный навыки обучение здравоохранение климат"
                    + " окружающая среда наука занятость культура наследие доверие сотрудничество региональный глобальный национальный",
            "ar",
            "في من إلى على عن مع أن التي هذا النفاذ الرقمي العام الريفي الشبكة النطاق العريض النساء الشباب المدارس البيانات الحقوق"
                    + " الخصوصية الأمن اللغة المحتوى المحلي المجتمع الحكومة القطاع الخاص المدني الاستعراض العملية خطوط العمل المنتدى"
                    + " الحوكمة الإنترنت البنية التحتية ميسور المهارات التدريب الصحة الزراعة المناخ البيئة العلوم التوظيف الثقافة التراث",
            "zh",
            "的 和 在 为 与 对 从 到 数字 接入 公共 农村 网络 宽带 妇女 青年 学校 数据 权利 隐私 安全 语言 内容 本地 社区 政府 私营部门 民间社会"
                    + " 审查 进程 行动方面 论坛 治理 互联网 基础设施 可负担 技能 培训 卫生 农业 气候 环境 科学 就业 文化 遗产 媒体 信任 合作 区域 全球"
                    + " 国家 政策 监管 投资 融资 差距 包容 残疾 无障碍 标准 衡量 指标 伙伴关系 能力建设 落实 进展 挑战 里程碑 新兴 趋势 人工智能");

    private static final String[] TYPES = {"GOV", "PRIV", "CSO", "ACAD", "TECH", "IND"};
    private static final String[] COUNTRIES = {
        "KE", "CH", "BR", "IN", "FR", "JP", "EG", "ZA", "MX", "CA", "NG", "ID", "PL", "AR", "SN", "VN", "NZ", "MA",
        "KZ", "PE"
    };
    static final List<String> LANGUAGES = List.of("en", "en", "en", "fr", "es", "ru", "ar", "zh");

    private final RandomGenerator random;

    SampleText(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// The frequent words of a language, the most frequent first.
    static List<String> frequent(String language) {
        return List.of(WORDS.get(language).split(" "));
    }

    String language() {
        return LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    }

    String type() {
        return TYPES[random.nextInt(TYPES.length)];
    }

    String country() {
        return COUNTRIES[random.nextInt(COUNTRIES.length)];
    }

    /// A text of so many words, in sentences and paragraphs.
    String words(String language, int count) {
        String[] words = WORDS.get(language).split(" ");
        boolean chinese = language.equals("zh");
        var text = new StringBuilder(count * 8);
        int left = 0;
        for (int i = 0; i < count; i++) {
            boolean first = left == 0;
            if (first) left = 7 + random.nextInt(18);
            String word =
                    random.nextInt(25) == 0 ? String.valueOf(1_000 + random.nextInt(9_000)) : words[rank(words.length)];
            if (!text.isEmpty() && !chinese && text.charAt(text.length() - 1) != '\n') text.append(' ');
            text.append(first && !chinese ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            if (--left == 0 || i == count - 1)
                text.append(chinese ? "。" : ".").append(random.nextInt(7) == 0 ? "\n\n" : "");
        }
        return text.toString().strip();
    }

    // The square of an even chance prefers the front of the list.
    private int rank(int size) {
        double chance = random.nextDouble();
        return (int) (chance * chance * size);
    }
}
