package org.throughline.letters;

import org.throughline.platform.LocalizedText;

/// A kind of addressee, such as Member States.
///
/// @param ofStates whether each of them is a state, which is named by the vocabulary of countries
public record AddresseeClass(String code, LocalizedText name, boolean ofStates) {}
