package org.throughline.citations;

import java.util.List;
import java.util.Map;

/// The bodies whose resolutions are cited, and the words for them in English, French and Spanish.
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
                    "Asamblea General"),
            ECOSOC,
            List.of(
                    "ECOSOC",
                    "UN ECOSOC",
                    "Economic and Social Council",
                    "United Nations Economic and Social Council",
                    "Conseil économique et social",
                    "Conseil économique et social des Nations Unies",
                    "Consejo Económico y Social"),
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
                    "Conferencia de Plenipotenciarios"),
            COUNCIL,
            List.of("Council", "ITU Council", "Conseil", "Conseil de l'UIT", "Consejo", "Consejo de la UIT"),
            DEVELOPMENT,
            List.of(
                    "World Telecommunication Development Conference",
                    "WTDC",
                    "ITU WTDC",
                    "ITU-D",
                    "Conférence mondiale de développement des télécommunications",
                    "CMDT",
                    "UIT-D",
                    "Conferencia Mundial de Desarrollo de las Telecomunicaciones"),
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
                    "Asamblea Mundial de Normalización de las Telecomunicaciones"),
            RADIO,
            List.of(
                    "Radiocommunication Assembly",
                    "ITU Radiocommunication Assembly",
                    "RA",
                    "ITU-R",
                    "Assemblée des radiocommunications",
                    "UIT-R",
                    "Asamblea de Radiocomunicaciones"),
            UNESCO,
            List.of(
                    "UNESCO",
                    "UNESCO General Conference",
                    "General Conference of UNESCO",
                    "Conférence générale de l'UNESCO"),
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
                    "Conférence mondiale des radiocommunications"));

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
