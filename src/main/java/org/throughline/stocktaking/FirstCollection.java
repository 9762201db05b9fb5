package org.throughline.stocktaking;

import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.LocalizedText;

/// Sees to it that the register of the WSIS process is there before the first page is served.
@Component
class FirstCollection implements SmartLifecycle {

    private final ProjectCollections collections;
    private volatile boolean there;

    FirstCollection(ProjectCollections collections) {
        this.collections = collections;
    }

    @Override
    public void start() {
        Actor installation = Actor.system("installation");
        var before = collections.find(ProjectCollection.WSIS);
        if (before.isPresent()) collections.ship(before.get(), StandardForm.read(), installation);
        else {
            ProjectCollection first = collections.create(
                    ProjectCollection.WSIS,
                    new LocalizedText(Map.of(
                            "en", "WSIS Stocktaking",
                            "ar", "تقييم حصيلة القمة العالمية لمجتمع المعلومات",
                            "zh", "信息社会世界峰会评估",
                            "fr", "Inventaire du SMSI",
                            "ru", "Аналитический обзор ВВУИО",
                            "es", "Inventario de la CMSI")),
                    LocalizedText.EMPTY,
                    StandardForm.read(),
                    installation);
            collections.shipFirst(first);
            collections.open(first, installation);
        }
        there = true;
    }

    @Override
    public void stop() {
        there = false;
    }

    @Override
    public boolean isRunning() {
        return there;
    }

    /// After the page cluster, before the example world.
    @Override
    public int getPhase() {
        return 500;
    }
}
