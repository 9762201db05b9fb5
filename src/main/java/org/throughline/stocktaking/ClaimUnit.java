package org.throughline.stocktaking;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What a claim counts. Two claims can be added only when their units are the same, and how they may overlap depends
/// on what kind of thing the unit is.
///
/// @param code the unit by which claims are brought together
public record ClaimUnit(String code, Kind kind) {

    /// What overlaps with what.
    public enum Kind {
        /// People, households, schools, villages: they are there before the project, so that two projects at one
        /// place and time may have reached the same ones.
        REACHED,
        /// Money, which needs its currency and its date.
        MONEY,
        /// Whatever else is counted, such as things that were made: each project has its own.
        MADE
    }

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern VAGUE_MONEY = Pattern.compile(
            "\\$|€|£|¥|dollars?|euros?|pounds?|francs?|pesos?|rupees?|roubles?|rubles?|yuan|دولار|يورو|доллар\\w*|евро|рубл\\w*|美元|欧元|元|dólares|libras");

    private static final Map<String, ClaimUnit> KNOWN = known();

    private static Map<String, ClaimUnit> known() {
        Map<String, ClaimUnit> known = new HashMap<>();
        reached(
                known,
                "persons",
                "person people persons individual individuals human humans inhabitant inhabitants شخص أشخاص فرد أفراد"
                        + " نسمة 人 名 人次 personne personnes habitant habitants человек люди лиц лица persona personas habitante habitantes");
        reached(
                known,
                "users",
                "user users مستخدم مستخدمون مستخدمين 用户 utilisateur utilisateurs пользователь пользователи пользователей"
                        + " usuario usuarios");
        reached(known, "women", "woman women امرأة نساء 妇女 女性 femme femmes женщина женщины женщин mujer mujeres");
        reached(
                known,
                "children",
                "child children طفل أطفال 儿童 enfant enfants ребёнок дети детей niño niños niña niñas");
        reached(
                known,
                "students",
                "student students pupil pupils learner learners طالب طلاب تلميذ تلاميذ 学生 élève élèves étudiant étudiants"
                        + " учащийся учащиеся учащихся студент студенты студентов alumno alumnos estudiante estudiantes");
        reached(
                known,
                "teachers",
                "teacher teachers معلم معلمون معلمين 教师 enseignant enseignants учитель учителя учителей docente docentes"
                        + " maestro maestros");
        reached(
                known,
                "households",
                "household households family families أسرة أسر 户 家庭 ménage ménages famille familles домохозяйство"
                        + " домохозяйства домохозяйств семья семьи семей hogar hogares familia familias");
        reached(known, "schools", "school schools مدرسة مدارس 学校 所学校 école écoles школа школы школ escuela escuelas");
        reached(
                known,
                "villages",
                "village villages قرية قرى 村庄 村 village villages деревня деревни деревень aldea aldeas pueblo pueblos");
        reached(
                known,
                "communities",
                "community communities مجتمع مجتمعات 社区 communauté communautés община общины общин comunidad comunidades");
        reached(known, "countries", "country countries بلد بلدان دولة دول 国家 个国家 pays страна страны стран país países");
        made(
                known,
                "kilometres",
                "km kilometre kilometres kilometer kilometers كيلومتر كيلومترات 公里 kilomètre kilomètres километр километра"
                        + " километров км kilómetro kilómetros");
        return Map.copyOf(known);
    }

    private static void reached(Map<String, ClaimUnit> known, String code, String words) {
        for (String word : words.split(" ")) known.put(plain(word), new ClaimUnit(code, Kind.REACHED));
    }

    private static void made(Map<String, ClaimUnit> known, String code, String words) {
        for (String word : words.split(" ")) known.put(plain(word), new ClaimUnit(code, Kind.MADE));
    }

    /// The unit that somebody typed; units that are not known count as things that were made, by their own words.
    static ClaimUnit of(String typed) {
        String text = typed.strip();
        if (CURRENCY.matcher(text).matches() && isCurrency(text)) return new ClaimUnit(text, Kind.MONEY);
        String plain = plain(text);
        ClaimUnit known = KNOWN.get(plain);
        if (known != null) return known;
        if (VAGUE_MONEY.matcher(plain).find()) return new ClaimUnit("", Kind.MONEY);
        return new ClaimUnit(plain, Kind.MADE);
    }

    private static boolean isCurrency(String code) {
        try {
            return java.util.Currency.getInstance(code) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
