package org.throughline.platform.document;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.newtable.TableCellBox;
import com.openhtmltopdf.newtable.TableRowBox;
import com.openhtmltopdf.render.Box;

/// Puts the first column of tables in right-to-left text at the right. The layout engine sets columns from left to
/// right always; the cells are moved after layout, so that their order in the file stays the order of reading.
final class MirroredTables {

    private MirroredTables() {}

    static void under(Box root) {
        mirror(root, false);
        root.calcChildLocations();
    }

    private static void mirror(Box box, boolean inMirroredTable) {
        boolean mirrored = inMirroredTable;
        if (box instanceof TableBox) mirrored = box.getStyle().getDirection() == IdentValue.RTL;
        for (Box child : box.getChildren()) {
            if (mirrored && box instanceof TableRowBox row && child instanceof TableCellBox cell) {
                cell.setX(row.getContentWidth() - cell.getX() - cell.getWidth());
            }
            mirror(child, mirrored && !(child instanceof TableCellBox));
        }
    }
}
