package org.throughline.search;

import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class LuceneSearchTests extends SearchContract {}
