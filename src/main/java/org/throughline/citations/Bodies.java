package org.throughline.citations;

import java.util.List;
import java.util.Map;

/// The bodies whose resolutions are cited, and the words for them in the six languages.
final class Bodies {

    static final String GENERAL_ASSEMBLY = "unga";
    static final String ECOSOC = "ecosoc";
    static final String PLENIPOTENTIARY = "pp";
    static final String COUNCIL = "council";
    static final String DEVELOPMENT = "wtdc";
    static final String STANDARDIZATION = "wtsa";
    static final String RADIO = "ra";
    static final String UNESCO = "unesco";

    /// Bodies that are not ours, whose resolutions have numbers like those that are.
    static final String OTHER = "other";

    private static final Map<String, List<String>> WORDS = Map.of(
            GENERAL_ASSEMBLY,
            List.of(
                    "United Nations General Assembly",
                    "UN General Assembly",
                    "General Assembly",
                    "UNGA",
                    "Assemblée générale des Nations Unies",
                    "Assemblée générale",
                    "AGNU",
                    "Asamblea General de las Naciones Unidas",
                    "Asamblea General",
                    "Генеральная Ассамблея",
                    "Генеральной Ассамблеи",
                    "Генеральной Ассамблеей",
                    "Генеральной Ассамблее",
                    "Генеральной Ассамблеи Организации Объединенных Наций",
                    "ГА ООН",
                    "الجمعية العامة",
                    "للجمعية العامة",
                    "الجمعية العامة للأمم المتحدة",
                    "联合国大会",
                    "联大"),
            ECOSOC,
            List.of(
                    "ECOSOC",
                    "UN ECOSOC",
                    "Economic and Social Council",
                    "United Nations Economic and Social Council",
                    "Conseil économique et social",
                    "Conseil économique et social des Nations Unies",
                    "Consejo Económico y Social",
                    "Consejo Económico y Social de las Naciones Unidas",
                    "ЭКОСОС",
                    "Экономический и Социальный Совет",
                    "Экономического и Социального Совета",
                    "المجلس الاقتصادي والاجتماعي",
                    "للمجلس الاقتصادي والاجتماعي",
                    "经济及社会理事会",
                    "经社理事会"),
            PLENIPOTENTIARY,
            List.of(
                    "Plenipotentiary Conference",
                    "Plenipotentiary",
                    "ITU Plenipotentiary Conference",
                    "ITU Plenipotentiary",
                    "PP",
                    "ITU PP",
                    "Conférence de plénipotentiaires",
                    "Conférence de plénipotentiaires de l'UIT",
                    "Conferencia de Plenipotenciarios",
                    "Conferencia de Plenipotenciarios de la UIT",
                    "Полномочная конференция",
                    "Полномочной конференции",
                    "Полномочной конференцией",
                    "مؤتمر المندوبين المفوضين",
                    "لمؤتمر المندوبين المفوضين",
                    "全权代表大会"),
            COUNCIL,
            List.of(
                    "Council",
                    "ITU Council",
                    "Conseil",
                    "Conseil de l'UIT",
                    "Consejo",
                    "Consejo de la UIT",
                    "Совет",
                    "Совета",
                    "Советом",
                    "Совет МСЭ",
                    "Совета МСЭ",
                    "مجلس الاتحاد",
                    "لمجلس الاتحاد",
                    "国际电联理事会",
                    "理事会"),
            DEVELOPMENT,
            List.of(
                    "World Telecommunication Development Conference",
                    "WTDC",
                    "ITU WTDC",
                    "ITU-D",
                    "Conférence mondiale de développement des télécommunications",
                    "CMDT",
                    "UIT-D",
                    "Conferencia Mundial de Desarrollo de las Telecomunicaciones",
                    "ВКРЭ",
                    "Всемирной конференции по развитию электросвязи",
                    "المؤتمر العالمي لتنمية الاتصالات",
                    "للمؤتمر العالمي لتنمية الاتصالات",
                    "世界电信发展大会"),
            STANDARDIZATION,
            List.of(
                    "World Telecommunication Standardization Assembly",
                    "World Telecommunication Standardisation Assembly",
                    "WTSA",
                    "ITU WTSA",
                    "ITU-T",
                    "Assemblée mondiale de normalisation des télécommunications",
                    "AMNT",
                    "UIT-T",
                    "Asamblea Mundial de Normalización de las Telecomunicaciones",
                    "ВАСЭ",
                    "Всемирной ассамблеи по стандартизации электросвязи",
                    "الجمعية العالمية لتقييس الاتصالات",
                    "للجمعية العالمية لتقييس الاتصالات",
                    "世界电信标准化全会"),
            RADIO,
            List.of(
                    "Radiocommunication Assembly",
                    "ITU Radiocommunication Assembly",
                    "RA",
                    "ITU-R",
                    "Assemblée des radiocommunications",
                    "UIT-R",
                    "Asamblea de Radiocomunicaciones",
                    "Ассамблеи радиосвязи",
                    "جمعية الاتصالات الراديوية",
                    "无线电通信全会"),
            UNESCO,
            List.of(
                    "UNESCO",
                    "UNESCO General Conference",
                    "General Conference of UNESCO",
                    "Conférence générale de l'UNESCO",
                    "Conferencia General de la UNESCO",
                    "ЮНЕСКО",
                    "Генеральной конференции ЮНЕСКО",
                    "اليونسكو",
                    "教科文组织"),
            OTHER,
            List.of(
                    "Security Council",
                    "UN Security Council",
                    "United Nations Security Council",
                    "Conseil de sécurité",
                    "Consejo de Seguridad",
                    "UNSC",
                    "Human Rights Council",
                    "Conseil des droits de l'homme",
                    "Consejo de Derechos Humanos",
                    "HRC",
                    "Commission on Human Rights",
                    "European Council",
                    "Council of Europe",
                    "Council of the European Union",
                    "European Parliament",
                    "Conseil européen",
                    "Conseil de l'Europe",
                    "Conseil de l'Union européenne",
                    "Parlement européen",
                    "World Health Assembly",
                    "Assemblée mondiale de la Santé",
                    "Executive Council",
                    "Conseil exécutif",
                    "Governing Council",
                    "Conseil d'administration",
                    "City Council",
                    "Conseil municipal",
                    "Federal Council",
                    "Conseil fédéral",
                    "World Radiocommunication Conference",
                    "WRC",
                    "CMR",
                    "Conférence mondiale des radiocommunications",
                    "Conferencia Mundial de Radiocomunicaciones",
                    "Consejo Europeo",
                    "Consejo de Europa",
                    "Consejo de la Unión Europea",
                    "Parlamento Europeo",
                    "Asamblea Mundial de la Salud",
                    "Consejo Ejecutivo",
                    "Comisión de Derechos Humanos",
                    "Ayuntamiento",
                    "Совет Безопасности",
                    "Совета Безопасности",
                    "Советом Безопасности",
                    "Совета по правам человека",
                    "Совет по правам человека",
                    "Совет Европы",
                    "Совета Европы",
                    "Исполнительный совет",
                    "Исполнительного совета",
                    "Совет директоров",
                    "Совета директоров",
                    "مجلس الأمن",
                    "لمجلس الأمن",
                    "مجلس حقوق الإنسان",
                    "لمجلس حقوق الإنسان",
                    "安全理事会",
                    "安理会",
                    "人权理事会",
                    "执行理事会",
                    "世界卫生大会"));

    private static final Phrases<String> PHRASES = read();

    private Bodies() {}

    private static Phrases<String> read() {
        var phrases = new Phrases<String>();
        WORDS.forEach((body, words) -> words.forEach(word -> phrases.add(word, body)));
        return phrases;
    }

    static Phrases<String> words() {
        return PHRASES;
    }
}
