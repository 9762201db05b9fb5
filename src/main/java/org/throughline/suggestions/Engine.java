package org.throughline.suggestions;

import java.util.Map;

/// What is in use at a time: how texts are read, and a model for each vocabulary. Replaced as a whole.
record Engine(FeatureReader reader, Map<String, Model> models) {}
